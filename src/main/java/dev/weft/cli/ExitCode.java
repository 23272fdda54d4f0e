package dev.weft.cli;

/// The exit codes of weft.
final class ExitCode {
    /// All well.
    static final int OK = 0;

    /// The work failed in part or whole.
    static final int FAILED = 1;

    /// What was asked for cannot be done as it stands: an option, a file, a bucket or a server.
    /// Nothing was measured.
    static final int USAGE = 2;

    /// Added to the number of the signal that ended the run, as shells do.
    static final int SIGNAL = 128;

    private ExitCode() {}
}
