package dev.weft.calibrate;

import dev.weft.archive.Item;
import dev.weft.run.Ticker;

/// Times uploads, names their objects, and counts them. For one thread.
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

    /// A key that was not used yet: an upload makes an object, as those of a pass do.
    String newKey() {
        return keys.key(objects++);
    }

    /// Prepares an upload, which counts as sent from now on.
    ProbeClient.Ready prepare(String key, Item item) throws CalibrationException {
        ProbeClient.Ready ready = client.prepare(key, item);
        uploads++;
        bytes += item.size();
        return ready;
    }

    /// Makes one upload.
    ///
    /// @return nanoseconds from the request's being sent to the answer's being read
    long time(Item item) throws CalibrationException {
        ProbeClient.Ready ready = prepare(newKey(), item);
        long start = ticker.nanos();
        ready.send();
        return ticker.nanos() - start;
    }

    /// How many uploads were sent.
    int uploads() {
        return uploads;
    }

    /// How many bytes were sent with them.
    long bytes() {
        return bytes;
    }
}
