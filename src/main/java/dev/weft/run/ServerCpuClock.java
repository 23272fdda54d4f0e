package dev.weft.run;

import java.time.Duration;
import java.util.Optional;

/// The CPU time of the server that is uploaded to.
@FunctionalInterface
public interface ServerCpuClock {
    /// CPU time used since the server began, user and system; empty where the server is not weft's
    /// own or the platform cannot tell.
    Optional<Duration> cpu() throws InterruptedException;

    /// Of a server that somebody else runs.
    static ServerCpuClock unknown() {
        return Optional::empty;
    }
}
