package dev.weft.plan;

import java.util.Objects;
import java.util.Optional;

/// What a pass is measured under beside its contract: results are comparable where these are equal.
///
/// @param warmup the policy by which trials warm up, not what a JVM happened to need
/// @param forks 1 in a JVM of its own, 0 in weft's own
/// @param side of a comparison, by name; empty where there is only one
/// @param javaOptions of the JVMs of the trials, as they were given; empty where none were
/// @param jdk the version of Java
/// @param sdk the version of the AWS SDK
/// @param weft the version of weft
public record Conditions(
        String warmup,
        int forks,
        Optional<String> side,
        Optional<String> javaOptions,
        String jdk,
        String sdk,
        String weft) {
    public Conditions {
        Objects.requireNonNull(warmup);
        Objects.requireNonNull(side);
        Objects.requireNonNull(javaOptions);
        Objects.requireNonNull(jdk);
        Objects.requireNonNull(sdk);
        Objects.requireNonNull(weft);
    }
}
