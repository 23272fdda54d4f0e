package dev.weft.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Detects that the wall clock was set, or that the machine slept, during a run.
public final class ClockWatch {
    private final InstantSource wallClock;
    private final LongSupplier monotonicNanos;
    private final Instant wallStart;
    private final long monotonicStart;

    /// Starts the watch.
    ///
    /// @param monotonicNanos nanoseconds of a monotonic clock with any origin
    public ClockWatch(InstantSource wallClock, LongSupplier monotonicNanos) {
        this.wallClock = wallClock;
        this.monotonicNanos = monotonicNanos;
        this.wallStart = wallClock.instant();
        this.monotonicStart = monotonicNanos.getAsLong();
    }

    /// Returns a warning if the wall clock has moved against the monotonic clock since the start.
    public Optional<MachineWarning> warning() {
        Duration elapsed = Duration.ofNanos(monotonicNanos.getAsLong() - monotonicStart);
        Duration step = Duration.between(wallStart, wallClock.instant()).minus(elapsed);
        return step.abs().compareTo(MachineWarning.CLOCK_STEP) > 0
                ? Optional.of(new MachineWarning.ClockStep(step))
                : Optional.empty();
    }
}
