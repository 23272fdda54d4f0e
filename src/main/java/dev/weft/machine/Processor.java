package dev.weft.machine;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// Model and core counts of the processor.
///
/// @param model name from the operating system; empty if unknown
/// @param physicalCores cores without hyper-threads; empty if unknown
/// @param logicalCores cores of the machine, with hyper-threads
/// @param usableProcessors processors that this JVM may use, limited by affinity and container
public record Processor(
        Optional<String> model, OptionalInt physicalCores, int logicalCores, int usableProcessors) {
    public Processor {
        Objects.requireNonNull(model);
        Objects.requireNonNull(physicalCores);
    }
}
