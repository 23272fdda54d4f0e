package dev.weft.calibrate;

import dev.weft.plan.Forecast;
import dev.weft.plan.Items;
import dev.weft.plan.Requests;
import dev.weft.run.Manifest;
import java.time.Duration;
import java.util.Collection;

/// The most that a calibration sends, and about how long it takes: as if the archives had nothing
/// in common.
///
/// @param connections the most that the run uses at once
/// @param keepsVersions whether the bucket keeps what is overwritten
public record CalibrationForecast(int connections, boolean keepsVersions) {
    private static final long UPLOADS = (long) Schedule.WARMUP.most() + Schedule.MEASURED.most();

    /// As seen on two cores, whatever is calibrated.
    private static final Duration TIME = Duration.ofSeconds(7);

    /// Of these archives.
    public Forecast of(Collection<Manifest> archives) {
        long used = Math.min(connections, BandwidthProbe.MOST_CONNECTIONS);
        long writes =
                archives.size() * UPLOADS
                        + used * (Schedule.ROUNDS.most() + BandwidthProbe.MOST_ROUNDS);
        long objects = archives.size() * UPLOADS + used;
        Requests requests =
                new Requests(writes, Requests.pages(objects), 0, Requests.pages(objects));
        long bytes =
                used
                        * ((long) Schedule.ROUNDS.most() * Calibrator.WARMUP_BYTES
                                + BandwidthProbe.MOST_BYTES_EACH);
        for (Manifest archive : archives) {
            bytes += bytes(archive);
        }
        return new Forecast(
                keepsVersions
                        ? requests.plus(Forecast.Care.ofVersions(writes, 1, Requests.pages(writes)))
                        : requests,
                bytes,
                TIME);
    }

    /// A sample goes over the archive in rounds where that has fewer files.
    private static long bytes(Manifest archive) {
        Items items = archive.items();
        long rounds = Math.ceilDiv(UPLOADS, Math.min(items.files(), UPLOADS));
        return Math.min(
                items.bytes() * rounds, UPLOADS * Math.max(archive.largestBytes(), mean(items)));
    }

    /// Of an archive that is only planned nothing is known of single files.
    private static long mean(Items items) {
        return Math.ceilDiv(items.bytes(), items.files());
    }
}
