package dev.weft.run;

import dev.weft.record.ResourceUsage;
import java.time.Duration;

/// What the platform says of this JVM.
public interface ProcessProbe {
    /// Begins to watch what this JVM uses. One watch at a time: the peak of threads is counted
    /// anew.
    Watch watch();

    /// Waits until this JVM does next to nothing, or the limit is over: after a warm-up its
    /// compilers are still busy with what was warmed up, and would be taken for the work of the
    /// pass that follows.
    void awaitIdle(Duration limit) throws InterruptedException;

    /// One stretch of time.
    @FunctionalInterface
    interface Watch {
        /// What this JVM has used since the watch began.
        ResourceUsage usage();
    }
}
