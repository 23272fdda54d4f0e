package dev.weft.record;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What the calibration of a run measured, as it is recorded. See [Calibration].
///
/// @param archives each that was calibrated
/// @param bandwidth of the target; empty where it could not be told
/// @param uploads how many were sent for all this
/// @param bytes how many were sent with them
public record RunCalibration(
        List<OfArchive> archives, Optional<Bandwidth> bandwidth, int uploads, long bytes) {
    public RunCalibration {
        archives = List.copyOf(archives);
        Objects.requireNonNull(bandwidth);
    }

    /// What one archive needs.
    ///
    /// @param archive the name of its file, without folders
    /// @param serviceNs of single uploads at concurrency 1, in the order in which they were made
    /// @param unzipMs what the unzip stage alone needs for the whole archive
    public record OfArchive(String archive, List<Long> serviceNs, double unzipMs) {
        public OfArchive {
            Objects.requireNonNull(archive);
            serviceNs = List.copyOf(serviceNs);
        }
    }

    /// How fast bytes went to the target.
    ///
    /// @param bytesPerS over all connections together
    /// @param connections that were used at once
    public record Bandwidth(long bytesPerS, int connections) {}

    /// What is recorded of a calibration.
    public static RunCalibration of(Calibration calibration) {
        return new RunCalibration(
                calibration.archives().stream()
                        .map(
                                one ->
                                        new OfArchive(
                                                String.valueOf(one.archive().getFileName()),
                                                one.serviceNanos(),
                                                one.unzip().toNanos() / 1e6))
                        .toList(),
                calibration
                        .bandwidth()
                        .map(told -> new Bandwidth(told.bytesPerSecond(), told.connections())),
                calibration.uploads(),
                calibration.bytes());
    }
}
