package dev.weft.calibrate;

import dev.weft.archive.UnzipStage;
import dev.weft.archive.Unzipped;
import dev.weft.run.Ticker;
import java.time.Duration;
import java.util.Optional;

/// Times the unzip stage alone: as a pass uses it, with nobody taking what comes out.
///
/// The shortest of several rounds counts, after a warm one: what disturbs a round only ever adds,
/// and a bound that is too high would make every mode look better than it is.
record UnzipTime(Ticker ticker) {
    /// Rounds, the warm one not counted. One that takes longer than this schedule's time has warmed
    /// up on its own way, and is not repeated.
    private static final Schedule ROUNDS =
            new Schedule(50, Duration.ofSeconds(1), 1, Duration.ofSeconds(1));

    /// A round that takes longer is broken off, and the rest of it taken to be as fast.
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(10);

    /// The time for the whole archive.
    Duration measure(UnzipStage archive) {
        long start = ticker.nanos();
        long best = round(archive);
        if (best < ROUNDS.time().toNanos()) {
            start = ticker.nanos();
            best = Long.MAX_VALUE;
            for (int made = 0; ROUNDS.goesOn(made, ticker.nanos() - start); made++) {
                best = Math.min(best, round(archive));
            }
        }
        return Duration.ofNanos(best);
    }

    private long round(UnzipStage archive) {
        archive.rewind();
        long start = ticker.nanos();
        long bytes = 0;
        for (Optional<Unzipped> next = archive.next(); next.isPresent(); next = archive.next()) {
            bytes += size(next.get());
            long elapsed = ticker.nanos() - start;
            if (elapsed >= LONGEST_ROUND.toNanos() && bytes > 0) {
                return (long) ((double) elapsed * archive.items().bytes() / bytes);
            }
        }
        return ticker.nanos() - start;
    }

    private static long size(Unzipped unzipped) {
        return switch (unzipped) {
            case Unzipped.Ready(var item) -> item.size();
            case Unzipped.Broken broken -> broken.size();
        };
    }
}
