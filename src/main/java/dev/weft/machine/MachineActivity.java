package dev.weft.machine;

import java.util.Objects;
import java.util.OptionalDouble;

/// What else the machine was doing; each empty where it does not say.
///
/// @param loadAverage tasks that ran or wanted to, over the last minute
/// @param busyShare of the CPU time of all cores, the part that others than this JVM took, from 0
///   to 1: other processes, and on a virtual machine its neighbours
public record MachineActivity(OptionalDouble loadAverage, OptionalDouble busyShare) {
    public MachineActivity {
        Objects.requireNonNull(loadAverage);
        Objects.requireNonNull(busyShare);
    }
}
