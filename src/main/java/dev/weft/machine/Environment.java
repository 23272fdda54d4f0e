package dev.weft.machine;

import java.util.Objects;
import java.util.OptionalLong;

/// The machine, its limits and the software of a run, before the first trial.
///
/// @param memoryBytes memory of the machine, regardless of container limits; empty if unknown
/// @param jvm JVM of weft; the JVMs of trials are of the same build, with other options
public record Environment(
        Processor processor,
        OptionalLong memoryBytes,
        ContainerLimits container,
        OperatingSystem system,
        Jvm jvm,
        Libraries libraries,
        WeftVersion weft,
        PowerState power,
        MachineActivity activity) {
    public Environment {
        Objects.requireNonNull(processor);
        Objects.requireNonNull(memoryBytes);
        Objects.requireNonNull(container);
        Objects.requireNonNull(system);
        Objects.requireNonNull(jvm);
        Objects.requireNonNull(libraries);
        Objects.requireNonNull(weft);
        Objects.requireNonNull(power);
        Objects.requireNonNull(activity);
    }
}
