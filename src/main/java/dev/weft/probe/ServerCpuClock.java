package dev.weft.probe;

import java.time.Duration;
import java.util.Optional;

/// Reads the CPU time of the server that receives the uploads.
@FunctionalInterface
public interface ServerCpuClock {
    /// User and system CPU time since the start of the server; empty for a server outside weft, or
    /// if the platform does not report it.
    Optional<Duration> cpu() throws InterruptedException;

    /// Clock for a server outside weft.
    static ServerCpuClock unknown() {
        return Optional::empty;
    }
}
