package dev.weft.calibrate;

import dev.weft.archive.Item;
import dev.weft.run.Ticker;

/// Times uploads, names their objects, and counts uploads and bytes. Not thread-safe.
final class UploadTimer {
    private final ProbeClient client;
    private final Ticker ticker;
    private final CalibrationKeys keys;
    private int objects;
    private int uploads;
    private long bytes;

    UploadTimer(ProbeClient client, Ticker ticker, CalibrationKeys keys) {
        this.client = client;
        this.ticker = ticker;
        this.keys = keys;
    }

    /// Returns a new key, so that an upload creates an object, as in a pass.
    String newKey() {
        return keys.key(objects++);
    }

    /// Prepares an upload and counts it as sent.
    ProbeClient.Ready prepare(String key, Item item) throws CalibrationException {
        ProbeClient.Ready ready = client.prepare(key, item);
        uploads++;
        bytes += item.size();
        return ready;
    }

    /// Makes one upload.
    ///
    /// @return nanoseconds from sending the request to the end of the response
    long time(Item item) throws CalibrationException {
        ProbeClient.Ready ready = prepare(newKey(), item);
        long start = ticker.nanos();
        ready.send();
        return ticker.nanos() - start;
    }

    /// Number of uploads sent.
    int uploads() {
        return uploads;
    }

    /// Number of bytes sent.
    long bytes() {
        return bytes;
    }
}
