package dev.weft.session;

import dev.weft.archive.ArchiveException;
import dev.weft.plot.PlotException;
import dev.weft.server.ServerStartException;
import dev.weft.store.StoreException;

/// The exit codes of weft.
public final class ExitCode {
    /// All well.
    public static final int OK = 0;

    /// The work failed in part or whole.
    public static final int FAILED = 1;

    /// What was asked for cannot be done as it stands: an option, a file, a bucket or a server.
    /// Nothing was measured.
    public static final int USAGE = 2;

    /// Added to the number of the signal that ended the run, as shells do.
    static final int SIGNAL = 128;

    /// The exit code after an interruption by an unknown signal: that of Ctrl-C.
    public static final int INTERRUPTED = SIGNAL + 2;

    private ExitCode() {}

    /// The exit code of a command that ended with an exception.
    public static int of(Exception failure) {
        return switch (failure) {
            case UsageException _,
                    ArchiveException _,
                    StoreException _,
                    ServerStartException _,
                    PlotException _ ->
                    USAGE;
            case InterruptedException _ -> INTERRUPTED;
            default -> FAILED;
        };
    }
}
