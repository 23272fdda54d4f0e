package dev.weft.runjson;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Measurements of the neutral client before the first trial, from which the ideal is computed.
///
/// @param archives measurements of each calibrated archive
/// @param bandwidth bandwidth to the target; empty if it could not be measured
/// @param uploads uploads sent for the calibration
/// @param bytes bytes sent for the calibration
public record Calibration(
        List<OfArchive> archives, Optional<Bandwidth> bandwidth, int uploads, long bytes) {
    public Calibration {
        archives = List.copyOf(archives);
        Objects.requireNonNull(bandwidth);
        if (uploads < 0 || bytes < 0) {
            throw new IllegalArgumentException(
                    "uploads %d and bytes %d must not be negative".formatted(uploads, bytes));
        }
    }

    /// Service times and unzip time of one archive.
    ///
    /// @param archive absolute path of the zip
    /// @param serviceNanos service times of single uploads at concurrency 1, in the order of the
    ///   uploads: from sending the request over an open connection to reading the answer
    /// @param unzip time that the unzip stage alone needs for the whole archive
    public record OfArchive(Path archive, List<Long> serviceNanos, Duration unzip) {
        public OfArchive {
            Objects.requireNonNull(archive);
            Objects.requireNonNull(unzip);
            serviceNanos = List.copyOf(serviceNanos);
            if (serviceNanos.isEmpty()) {
                throw new IllegalArgumentException("no upload of %s was timed".formatted(archive));
            }
        }
    }

    /// Bandwidth to the target.
    ///
    /// @param bytesPerSecond sum over all connections
    /// @param connections connections used at once
    public record Bandwidth(long bytesPerSecond, int connections) {
        public Bandwidth {
            if (bytesPerSecond < 1 || connections < 1) {
                throw new IllegalArgumentException(
                        "%d bytes a second over %d connections must be at least 1"
                                .formatted(bytesPerSecond, connections));
            }
        }
    }

    /// Returns the measurements of an archive; empty if it was not calibrated.
    public Optional<OfArchive> of(Path archive) {
        return archives.stream().filter(each -> each.archive().equals(archive)).findFirst();
    }
}
