package dev.weft.calibrate;

import dev.weft.archive.UnzipResult;
import dev.weft.archive.UnzipStage;
import dev.weft.run.Ticker;
import java.time.Duration;
import java.util.Optional;

/// Times the unzip stage alone: as a pass uses it, with nobody taking what comes out.
///
/// The shortest of several rounds counts, after a warm one: what disturbs a round only ever adds,
/// and a bound that is too high would make every mode look better than it is.
record UnzipTimeProbe(Ticker ticker) {
    /// Rounds, the warm one not counted. A warm one that takes longer than all of them may has
    /// warmed up on its way, and is not repeated.
    private static final RepetitionRule ROUNDS =
            new RepetitionRule(50, Duration.ofSeconds(1), 1, Duration.ofSeconds(1));

    /// A round that takes longer is broken off, and the rest of it taken to be as fast.
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(10);

    /// The time for the whole archive.
    Duration measure(UnzipStage archive) {
        long warm = round(archive);
        return Duration.ofNanos(warm < ROUNDS.time().toNanos() ? shortest(archive) : warm);
    }

    private long shortest(UnzipStage archive) {
        long shortest = Long.MAX_VALUE;
        long start = ticker.nanos();
        for (int made = 0; ROUNDS.goesOn(made, ticker.nanos() - start); made++) {
            shortest = Math.min(shortest, round(archive));
        }
        return shortest;
    }

    private long round(UnzipStage archive) {
        archive.rewind();
        long start = ticker.nanos();
        long bytes = 0;
        for (Optional<UnzipResult> next = archive.next(); next.isPresent(); next = archive.next()) {
            bytes += size(next.get());
            long elapsed = ticker.nanos() - start;
            if (elapsed >= LONGEST_ROUND.toNanos() && bytes > 0) {
                return (long) ((double) elapsed * archive.items().bytes() / bytes);
            }
        }
        return ticker.nanos() - start;
    }

    private static long size(UnzipResult unzipped) {
        return switch (unzipped) {
            case UnzipResult.Ready(var item) -> item.size();
            case UnzipResult.Broken broken -> broken.size();
        };
    }
}
