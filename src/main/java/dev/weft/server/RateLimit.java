package dev.weft.server;

import com.google.common.base.Ticker;
import java.util.HashMap;
import java.util.Map;

/// Token bucket for each prefix. A bucket holds the tokens of one second and fills steadily.
final class RateLimit {
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final int REMEMBERED = 1000;

    private final long nanosPerRequest;
    private final Ticker ticker;
    private final long began;

    /// Time when the bucket of a prefix is full again, in nanoseconds since the start. A missing
    /// prefix has a full bucket.
    private final Map<String, Long> fullAt = new HashMap<>();

    RateLimit(int perSecond, Ticker ticker) {
        this.nanosPerRequest = Math.max(1, SECOND_NANOS / perSecond);
        this.ticker = ticker;
        this.began = ticker.read();
    }

    /// Takes a token of a prefix.
    ///
    /// @return false if there is none
    synchronized boolean admits(String prefix) {
        long now = ticker.read() - began;
        long full = Math.max(now, fullAt.getOrDefault(prefix, 0L)) + nanosPerRequest;
        if (full - now > SECOND_NANOS) {
            return false;
        }
        if (fullAt.size() >= REMEMBERED) {
            fullAt.values().removeIf(time -> time <= now);
        }
        fullAt.put(prefix, full);
        return true;
    }
}
