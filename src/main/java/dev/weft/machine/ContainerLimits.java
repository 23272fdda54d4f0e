package dev.weft.machine;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a container, or any other control group, allows this process.
///
/// @param cpuQuotaCores CPU seconds per second; empty where there is no limit
/// @param memoryLimitBytes empty where there is no limit
public record ContainerLimits(OptionalDouble cpuQuotaCores, OptionalLong memoryLimitBytes) {
    /// No limit.
    public static final ContainerLimits NONE =
            new ContainerLimits(OptionalDouble.empty(), OptionalLong.empty());

    public ContainerLimits {
        Objects.requireNonNull(cpuQuotaCores);
        Objects.requireNonNull(memoryLimitBytes);
    }
}
