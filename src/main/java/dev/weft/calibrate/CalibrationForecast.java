package dev.weft.calibrate;

import dev.weft.plan.Forecast;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.RequestCounts;
import dev.weft.verify.ArchiveManifest;
import java.time.Duration;
import java.util.Collection;

/// Forecasts the requests and bytes of a calibration as upper limits, and its approximate duration.
/// The forecast assumes separate service time measurements for each archive.
///
/// @param connections largest number of connections that the run uses at once
/// @param keepsVersions whether the bucket keeps overwritten objects as versions
public record CalibrationForecast(int connections, boolean keepsVersions) {
    private static final long UPLOADS =
            (long) RepetitionRule.WARMUP.most() + RepetitionRule.MEASURED.most();

    /// Typical duration on two cores, the same for every calibration.
    private static final Duration TIME = Duration.ofSeconds(7);

    /// Forecasts the calibration of these archives.
    public Forecast of(Collection<ArchiveManifest> archives) {
        long usedConnections = Math.min(connections, BandwidthProbe.MOST_CONNECTIONS);
        long writes =
                archives.size() * UPLOADS
                        + usedConnections
                                * (RepetitionRule.ROUNDS.most() + BandwidthProbe.MOST_ROUNDS);
        long objects = archives.size() * UPLOADS + usedConnections;
        RequestCounts requests =
                new RequestCounts(
                        writes, RequestCounts.pages(objects), 0, RequestCounts.pages(objects));
        long bytes =
                usedConnections
                        * ((long) RepetitionRule.ROUNDS.most() * Calibrator.WARMUP_BYTES
                                + BandwidthProbe.MOST_BYTES_EACH);
        for (ArchiveManifest archive : archives) {
            bytes += bytes(archive);
        }
        return new Forecast(
                keepsVersions
                        ? requests.plus(
                                Forecast.Care.ofVersions(writes, 1, RequestCounts.pages(writes)))
                        : requests,
                bytes,
                TIME);
    }

    /// Returns an upper limit of the bytes. A sample cycles through an archive that has fewer files
    /// than uploads.
    private static long bytes(ArchiveManifest archive) {
        ItemsSummary items = archive.items();
        long rounds = Math.ceilDiv(UPLOADS, Math.min(items.files(), UPLOADS));
        return Math.min(
                items.bytes() * rounds, UPLOADS * Math.max(archive.largestBytes(), mean(items)));
    }

    /// Returns the mean file size, because a planned archive has no sizes of single files yet.
    private static long mean(ItemsSummary items) {
        return Math.ceilDiv(items.bytes(), items.files());
    }
}
