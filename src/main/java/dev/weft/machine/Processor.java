package dev.weft.machine;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// The processor.
///
/// @param model as the system names it; empty where it does not
/// @param physicalCores without hyper-threads; empty where unknown
/// @param logicalCores of the machine, hyper-threads counted
/// @param usableProcessors that this JVM may use: no more than affinity and container allow
public record Processor(
        Optional<String> model, OptionalInt physicalCores, int logicalCores, int usableProcessors) {
    public Processor {
        Objects.requireNonNull(model);
        Objects.requireNonNull(physicalCores);
    }
}
