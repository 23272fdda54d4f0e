package dev.weft.session;

import java.nio.file.Path;

/// An exception in a run that indicates a defect of weft, with the folder of that run.
public final class UnexpectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path folder;

    public UnexpectedException(Path folder, RuntimeException cause) {
        super(cause);
        this.folder = folder;
    }

    /// Returns the folder of the run.
    public Path folder() {
        return folder;
    }
}
