package dev.weft.archive;

/// Thrown if an archive as a whole cannot be read or made.
///
/// Its message is one sentence for the user: what happened, to which file, and what to do.
public final class ArchiveException extends Exception {
    private static final long serialVersionUID = 1;

    /// Reports an archive or output path that is not usable.
    public ArchiveException(String message) {
        super(message);
    }

    /// Reports an error of the operating system.
    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
