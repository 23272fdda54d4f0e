package dev.weft.machine;

import java.util.Objects;
import java.util.OptionalLong;

/// What a run was made on: the machine, its limits and the software, as they were before the first
/// trial.
///
/// @param memoryBytes of the machine, whatever a container may use of it; empty where unknown
/// @param jvm weft's own; the JVMs of trials are of the same build, with options of their own
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
