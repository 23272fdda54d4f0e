package dev.weft.record;

import dev.weft.plan.BucketProperties;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.Target;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// The server that a run wrote to, without credentials.
///
/// @param label the server in one word, see [Target#label]
/// @param pathStyle the bucket in the path of the URL instead of in its host name
/// @param latencyMs the least time that the embedded server takes for an upload, the median where
///   it differs; empty where the server is not ours
/// @param faults what else it does to uploads, see [dev.weft.plan.FaultPlan#remark]
/// @param traits what kind of bucket it is
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

    /// What may be recorded of a target.
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
