package dev.weft.plan;

import java.util.Objects;
import java.util.Optional;

/// What a pass is measured under beside its contract: results are comparable where these are equal.
///
/// @param warmupUploads how many uploads the trial warms up with, at most; 0 where it does not
/// @param forks 1 in a JVM of its own, 0 in weft's own
/// @param side of a comparison, by name; empty where there is only one
/// @param javaOptions of the JVMs of the trials, as they were given; empty where none were
/// @param jdk the version of Java
/// @param sdk the version of the AWS SDK
/// @param weft the version of weft
public record Conditions(
        int warmupUploads,
        int forks,
        Optional<String> side,
        Optional<String> javaOptions,
        String jdk,
        String sdk,
        String weft) {
    public Conditions {
        Objects.requireNonNull(side);
        Objects.requireNonNull(javaOptions);
        Objects.requireNonNull(jdk);
        Objects.requireNonNull(sdk);
        Objects.requireNonNull(weft);
    }
}
