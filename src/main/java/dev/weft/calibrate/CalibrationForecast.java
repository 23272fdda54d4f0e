package dev.weft.calibrate;

import dev.weft.plan.Forecast;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.RequestCounts;
import dev.weft.run.ArchiveManifest;
import java.time.Duration;
import java.util.Collection;

/// The most that a calibration sends, and about how long it takes: as if the archives had nothing
/// in common.
///
/// @param connections the most that the run uses at once
/// @param keepsVersions whether the bucket keeps what is overwritten
public record CalibrationForecast(int connections, boolean keepsVersions) {
    private static final long UPLOADS =
            (long) RepetitionRule.WARMUP.most() + RepetitionRule.MEASURED.most();

    /// As seen on two cores, whatever is calibrated.
    private static final Duration TIME = Duration.ofSeconds(7);

    /// Of these archives.
    public Forecast of(Collection<ArchiveManifest> archives) {
        long used = Math.min(connections, BandwidthProbe.MOST_CONNECTIONS);
        long writes =
                archives.size() * UPLOADS
                        + used * (RepetitionRule.ROUNDS.most() + BandwidthProbe.MOST_ROUNDS);
        long objects = archives.size() * UPLOADS + used;
        RequestCounts requests =
                new RequestCounts(
                        writes, RequestCounts.pages(objects), 0, RequestCounts.pages(objects));
        long bytes =
                used
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

    /// A sample goes over the archive in rounds where that has fewer files.
    private static long bytes(ArchiveManifest archive) {
        ItemsSummary items = archive.items();
        long rounds = Math.ceilDiv(UPLOADS, Math.min(items.files(), UPLOADS));
        return Math.min(
                items.bytes() * rounds, UPLOADS * Math.max(archive.largestBytes(), mean(items)));
    }

    /// Of an archive that is only planned nothing is known of single files.
    private static long mean(ItemsSummary items) {
        return Math.ceilDiv(items.bytes(), items.files());
    }
}
