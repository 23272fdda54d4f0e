package dev.weft.record;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a client of no form of concurrency measured: the raw material of the ideal.
///
/// @param archives each that was calibrated
/// @param bandwidth of the target; empty where it could not be told
/// @param uploads how many were sent for all this
/// @param bytes how many were sent with them
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

    /// What one archive needs.
    ///
    /// @param archive the zip, by its absolute path
    /// @param serviceNanos of single uploads at concurrency 1, in the order in which they were
    ///   made: from the request's being sent over an open connection to the answer's being read
    /// @param unzip what the unzip stage alone needs for the whole archive
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

    /// How fast bytes went to the target.
    ///
    /// @param bytesPerSecond over all connections together
    /// @param connections that were used at once
    public record Bandwidth(long bytesPerSecond, int connections) {
        public Bandwidth {
            if (bytesPerSecond < 1 || connections < 1) {
                throw new IllegalArgumentException(
                        "%d bytes a second over %d connections must be at least 1"
                                .formatted(bytesPerSecond, connections));
            }
        }
    }

    /// What was measured for an archive; empty where it was not calibrated.
    public Optional<OfArchive> of(Path archive) {
        return archives.stream().filter(one -> one.archive().equals(archive)).findFirst();
    }
}
