package dev.weft.runjson;

import dev.weft.plan.BucketProperties;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.Target;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// Server to which a run writes, without credentials.
///
/// @param label name of the server, see [Target#label]
/// @param pathStyle true if the path of the URL has the bucket, false if the host name has it
/// @param latencyMs shortest time that the embedded server takes for an upload, or the median if it
///   varies; empty for any other server
/// @param faults fault plan of the embedded server, see [dev.weft.plan.FaultPlan#remark]
/// @param traits properties of the bucket
public record RunTarget(
        String label,
        String region,
        String bucket,
        boolean pathStyle,
        OptionalDouble latencyMs,
        Optional<String> faults,
        BucketProperties traits) {
    public RunTarget {
        Objects.requireNonNull(label);
        Objects.requireNonNull(region);
        Objects.requireNonNull(bucket);
        Objects.requireNonNull(latencyMs);
        Objects.requireNonNull(faults);
        Objects.requireNonNull(traits);
    }

    /// Creates the record of a target, without its credentials.
    public static RunTarget of(Target target, BucketProperties traits) {
        Optional<Duration> latency = target.latency();
        return new RunTarget(
                target.label(),
                target.region(),
                target.bucket(),
                target.pathStyle(),
                latency.isPresent()
                        ? OptionalDouble.of(latency.get().toNanos() / 1e6)
                        : OptionalDouble.empty(),
                target.faults().flatMap(FaultPlan::remark),
                traits);
    }
}
