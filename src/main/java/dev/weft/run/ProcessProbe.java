package dev.weft.run;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// What the platform says of this JVM.
public interface ProcessProbe {
    /// CPU time used since the JVM began, user and system; empty where the platform cannot tell.
    Optional<Duration> cpu();

    /// The most memory that was resident at once since the JVM began; empty where the platform
    /// cannot tell.
    OptionalLong peakRssBytes();

    /// The most platform threads at once since [#forgetPeakThreads] was called last.
    int peakThreads();

    /// Begins to count the peak of platform threads anew.
    void forgetPeakThreads();

    /// Waits until this JVM does next to nothing, or the limit is over: after a warm-up its
    /// compilers are still busy with what was warmed up, and would be taken for the work of the
    /// pass that follows.
    void awaitIdle(Duration limit) throws InterruptedException;
}
