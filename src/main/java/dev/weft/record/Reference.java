package dev.weft.record;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// What a pass is held against.
///
/// @param cores that the client and, where it is weft's own, the server share; empty in results of
///   an earlier weft
/// @param serverCpu what the embedded server used during the pass; empty where the server is not
///   ours or the platform cannot tell
/// @param ideal as far as it was known when the pass ended; empty where nothing was calibrated
public record Reference(OptionalInt cores, Optional<Duration> serverCpu, Optional<Ideal> ideal) {
    public Reference {
        Objects.requireNonNull(cores);
        Objects.requireNonNull(serverCpu);
        Objects.requireNonNull(ideal);
    }

    /// Of a pass of which nothing of this is known.
    public static Reference unknown() {
        return new Reference(OptionalInt.empty(), Optional.empty(), Optional.empty());
    }
}
