package dev.weft.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Notices whether the wall clock was set, or the machine slept, since the watch began.
public final class ClockWatch {
    private final InstantSource wall;
    private final LongSupplier steadyNanos;
    private final Instant wallStart;
    private final long steadyStart;

    /// A watch that begins now.
    ///
    /// @param steadyNanos nanoseconds since some fixed moment, by a clock that nobody sets
    public ClockWatch(InstantSource wall, LongSupplier steadyNanos) {
        this.wall = wall;
        this.steadyNanos = steadyNanos;
        this.wallStart = wall.instant();
        this.steadyStart = steadyNanos.getAsLong();
    }

    /// What is to be said of the clock since then.
    public Optional<MachineWarning> warning() {
        Duration steady = Duration.ofNanos(steadyNanos.getAsLong() - steadyStart);
        Duration step = Duration.between(wallStart, wall.instant()).minus(steady);
        return step.abs().compareTo(MachineWarning.CLOCK_STEP) > 0
                ? Optional.of(new MachineWarning.ClockStep(step))
                : Optional.empty();
    }
}
