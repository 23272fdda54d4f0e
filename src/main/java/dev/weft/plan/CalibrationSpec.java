package dev.weft.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// What a calibration is to measure, and where.
///
/// @param archives the zips of the run, by their absolute paths
/// @param limits what each may unzip to
/// @param connections the most that the run uses at once: its largest concurrency
/// @param contract with the timeouts and the checksum of the run's uploads
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
