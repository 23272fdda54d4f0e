package dev.weft.session;

import dev.weft.archive.ArchiveException;
import dev.weft.plot.PlotException;
import dev.weft.server.ServerStartException;
import dev.weft.store.StoreException;

/// Exit codes of weft.
public final class ExitCode {
    /// Success.
    public static final int OK = 0;

    /// The work failed in part or whole.
    public static final int FAILED = 1;

    /// The request cannot be fulfilled as given: an option, a file, a bucket or a server is wrong.
    /// Nothing was measured.
    public static final int USAGE = 2;

    /// Added to the number of the signal that ended the run, as in shells.
    static final int SIGNAL = 128;

    /// Exit code of Ctrl-C, and of an interruption by an unknown signal.
    public static final int INTERRUPTED = SIGNAL + 2;

    private ExitCode() {}

    /// Returns the exit code for an exception.
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
