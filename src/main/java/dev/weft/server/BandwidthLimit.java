package dev.weft.server;

import com.google.common.base.Ticker;
import dev.weft.plan.ByteSize;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// Limits the total rate of several streams. A delayed stream may catch up on a hundredth of a
/// second.
final class BandwidthLimit {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long SLACK_NANOS = 10_000_000;
    private static final int LARGEST_STEP = 16 * 1024;

    private final long bytesPerSecond;
    private final Ticker ticker;
    private final Sleeper pause;
    private long freeAt;

    BandwidthLimit(ByteSize perSecond, Ticker ticker, Sleeper pause) {
        this.bytesPerSecond = perSecond.bytes();
        this.ticker = ticker;
        this.pause = pause;
        this.freeAt = ticker.read();
    }

    /// Returns a stream with a limited rate.
    InputStream of(InputStream source) {
        return new Paced(source);
    }

    private void take(int bytes) {
        Duration wait = Duration.ofNanos(reserve(bytes));
        if (wait.isPositive()) {
            pause.hold(wait);
        }
    }

    private synchronized long reserve(int bytes) {
        long now = ticker.read();
        // Compares by difference, because a ticker may wrap around.
        if (freeAt - now < -SLACK_NANOS) {
            freeAt = now - SLACK_NANOS;
        }
        freeAt += Math.round(bytes * NANOS_PER_SECOND / bytesPerSecond);
        return freeAt - now;
    }

    private final class Paced extends FilterInputStream {
        /// Bytes of a tenth of a second at most, so that a slow body flows evenly.
        private final int step = Math.clamp(bytesPerSecond / 10, 1, LARGEST_STEP);

        Paced(InputStream source) {
            super(source);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                take(1);
            }
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            int read = super.read(target, offset, Math.min(count, step));
            if (read > 0) {
                take(read);
            }
            return read;
        }

        @Override
        public long skip(long count) {
            return 0;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
