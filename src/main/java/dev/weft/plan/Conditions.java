package dev.weft.plan;

import java.util.Objects;
import java.util.Optional;

/// Conditions of a pass in addition to its contract. Results with equal conditions are comparable.
///
/// @param warmup warm-up policy, as opposed to the warm-up that a JVM needed
/// @param forks 1 for a JVM per trial, 0 for weft's own JVM
/// @param side name of the variant in a comparison; empty without a comparison
/// @param javaOptions options of the trial JVMs as given; empty without options
/// @param jdk version of Java
/// @param sdk version of the AWS SDK
/// @param weft version of weft
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
