package dev.weft.run;

import dev.weft.archive.UnzipStage;
import dev.weft.archive.Unzipped;
import dev.weft.plan.WarmupLimit;
import java.util.Optional;

/// An archive again and again, for a warm-up: each round writes to the keys of the round before.
final class Rounds implements ItemSource {
    private final UnzipStage archive;
    private final WarmupLimit limit;
    private final Ticker ticker;
    private final long startNanos;
    private int handedOut;

    Rounds(UnzipStage archive, WarmupLimit limit, Ticker ticker) {
        this.archive = archive;
        this.limit = limit;
        this.ticker = ticker;
        this.startNanos = ticker.nanos();
    }

    @Override
    public Optional<Unzipped> next() {
        if (handedOut >= limit.uploads() || ticker.nanos() - startNanos >= limit.time().toNanos()) {
            return Optional.empty();
        }
        handedOut++;
        Optional<Unzipped> next = archive.next();
        if (next.isPresent()) {
            return next;
        }
        archive.rewind();
        return archive.next();
    }
}
