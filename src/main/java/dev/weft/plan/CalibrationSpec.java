package dev.weft.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Specification of a calibration.
///
/// @param archives absolute paths of the zips of the run
/// @param limits limits of the unzipped size of each zip
/// @param connections largest concurrency of the run
/// @param contract contract of the run's uploads, with timeouts and checksum
public record CalibrationSpec(
        String runId,
        List<Path> archives,
        UnzipLimits limits,
        int connections,
        FairnessContract contract,
        Target target) {
    public CalibrationSpec {
        Objects.requireNonNull(runId);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(contract);
        Objects.requireNonNull(target);
        archives = List.copyOf(archives);
        if (archives.isEmpty() || connections < 1) {
            throw new IllegalArgumentException(
                    "archives %s and connections %d must be at least 1"
                            .formatted(archives, connections));
        }
    }
}
