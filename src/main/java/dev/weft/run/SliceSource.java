package dev.weft.run;

import dev.weft.archive.UnzipStage;
import dev.weft.archive.Unzipped;
import java.time.Duration;
import java.util.Optional;

/// The items of a warm-up, slice by slice: the archive again and again, so that each round writes
/// to the keys of the round before.
final class SliceSource implements ItemSource {
    private final UnzipStage archive;
    private final Ticker ticker;
    private int left;
    private long endNanos;

    /// A source that has nothing until the first slice begins.
    SliceSource(UnzipStage archive, Ticker ticker) {
        this.archive = archive;
        this.ticker = ticker;
    }

    /// Begins a slice. The thread that drives it must be started after this.
    ///
    /// @param uploads items at most
    /// @param time after which it hands out nothing more
    void begin(int uploads, Duration time) {
        left = uploads;
        endNanos = ticker.nanos() + time.toNanos();
    }

    @Override
    public Optional<Unzipped> next() {
        // By differences: a ticker may wrap around.
        if (left <= 0 || ticker.nanos() - endNanos >= 0) {
            return Optional.empty();
        }
        left--;
        Optional<Unzipped> next = archive.next();
        if (next.isPresent()) {
            return next;
        }
        archive.rewind();
        return archive.next();
    }
}
