package dev.weft.machine;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The limits that a container, or any other control group, sets for this process.
///
/// @param cpuQuotaCores CPU seconds per second; empty if unlimited
/// @param memoryLimitBytes empty if unlimited
public record ContainerLimits(OptionalDouble cpuQuotaCores, OptionalLong memoryLimitBytes) {
    /// No limit.
    public static final ContainerLimits NONE =
            new ContainerLimits(OptionalDouble.empty(), OptionalLong.empty());

    public ContainerLimits {
        Objects.requireNonNull(cpuQuotaCores);
        Objects.requireNonNull(memoryLimitBytes);
    }
}
