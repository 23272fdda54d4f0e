package dev.weft.cli;

import java.nio.file.Path;

/// An exception in a run that indicates a defect of weft, with the folder of that run.
final class UnexpectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path folder;

    UnexpectedException(Path folder, RuntimeException cause) {
        super(cause);
        this.folder = folder;
    }

    /// The folder of the run.
    Path folder() {
        return folder;
    }
}
