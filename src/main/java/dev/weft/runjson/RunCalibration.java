package dev.weft.runjson;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Calibration of a run as `run.json` records it. See [Calibration].
///
/// @param archives measurements of each calibrated archive
/// @param bandwidth bandwidth to the target; empty if it could not be measured
/// @param uploads uploads sent for the calibration
/// @param bytes bytes sent for the calibration
public record RunCalibration(
        List<OfArchive> archives, Optional<Bandwidth> bandwidth, int uploads, long bytes) {
    public RunCalibration {
        archives = List.copyOf(archives);
        Objects.requireNonNull(bandwidth);
    }

    /// Service times and unzip time of one archive.
    ///
    /// @param archive name of the file, without folders
    /// @param serviceNs service times of single uploads at concurrency 1, in the order of the
    ///   uploads
    /// @param unzipMs time that the unzip stage alone needs for the whole archive
    public record OfArchive(String archive, List<Long> serviceNs, double unzipMs) {
        public OfArchive {
            Objects.requireNonNull(archive);
            serviceNs = List.copyOf(serviceNs);
        }
    }

    /// Bandwidth to the target.
    ///
    /// @param bytesPerS sum over all connections
    /// @param connections connections used at once
    public record Bandwidth(long bytesPerS, int connections) {}

    /// Converts a calibration for `run.json`.
    public static RunCalibration of(Calibration calibration) {
        return new RunCalibration(
                calibration.archives().stream()
                        .map(
                                measured ->
                                        new OfArchive(
                                                String.valueOf(measured.archive().getFileName()),
                                                measured.serviceNanos(),
                                                measured.unzip().toNanos() / 1e6))
                        .toList(),
                calibration
                        .bandwidth()
                        .map(rate -> new Bandwidth(rate.bytesPerSecond(), rate.connections())),
                calibration.uploads(),
                calibration.bytes());
    }
}
