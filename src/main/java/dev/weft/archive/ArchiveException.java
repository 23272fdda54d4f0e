package dev.weft.archive;

/// An archive that cannot be read or made at all. Its message is one sentence for the user: what
/// happened, to which file, and what to do.
public final class ArchiveException extends Exception {
    private static final long serialVersionUID = 1;

    /// An archive that is not what it should be.
    public ArchiveException(String message) {
        super(message);
    }

    /// An archive that the operating system does not let us read or write.
    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
