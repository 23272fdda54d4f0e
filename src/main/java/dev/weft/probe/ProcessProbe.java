package dev.weft.probe;

import dev.weft.record.ResourceUsage;
import java.time.Duration;

/// Measures the resource usage of this JVM.
public interface ProcessProbe {
    /// Starts a measurement. Only one may run at a time, because it resets the thread peak.
    Watch watch();

    /// Waits until this JVM is nearly idle or the limit is over. After a warm-up, the JIT compilers
    /// are still busy; their CPU time must not count in the next pass.
    void awaitIdle(Duration limit) throws InterruptedException;

    /// A running measurement.
    @FunctionalInterface
    interface Watch {
        /// Usage since the start of the measurement.
        ResourceUsage usage();
    }
}
