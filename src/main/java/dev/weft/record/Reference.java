package dev.weft.record;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// Reference values for judging a pass: cores, CPU time of the server and ideal.
///
/// @param cores cores that the client and the embedded server, if any, share; empty in results of
///   older versions
/// @param serverCpu CPU time of the embedded server during the pass; empty for any other server, or
///   if the platform does not report it
/// @param ideal ideal as known at the end of the pass; empty without a calibration
public record Reference(OptionalInt cores, Optional<Duration> serverCpu, Optional<Ideal> ideal) {
    public Reference {
        Objects.requireNonNull(cores);
        Objects.requireNonNull(serverCpu);
        Objects.requireNonNull(ideal);
    }

    /// Returns a reference without any value.
    public static Reference unknown() {
        return new Reference(OptionalInt.empty(), Optional.empty(), Optional.empty());
    }
}
