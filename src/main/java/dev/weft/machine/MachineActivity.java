package dev.weft.machine;

import java.util.Objects;
import java.util.OptionalDouble;

/// The load of the machine by other processes before a run. Each value is empty if unknown.
///
/// @param loadAverage mean number of running or runnable tasks over the last minute
/// @param busyShare share of the CPU time of all cores that was used outside this JVM, from 0 to 1:
///   by other processes, and by other virtual machines on the same host
public record MachineActivity(OptionalDouble loadAverage, OptionalDouble busyShare) {
    public MachineActivity {
        Objects.requireNonNull(loadAverage);
        Objects.requireNonNull(busyShare);
    }
}
