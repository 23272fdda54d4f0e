package dev.weft.calibrate;

import dev.weft.archive.UnzipResult;
import dev.weft.archive.UnzipStage;
import dev.weft.run.Ticker;
import java.time.Duration;
import java.util.Optional;

/// Measures the time of the unzip stage alone, without uploads.
///
/// The result is the shortest of several rounds after a warm-up round. Disturbances only lengthen a
/// round, and a bound that is too high would overstate the efficiency of every mode.
record UnzipTimeProbe(Ticker ticker) {
    /// Rounds after the warm-up round. A warm-up round above this time limit is the result itself,
    /// because the code has warmed up in its course.
    private static final RepetitionRule ROUNDS =
            new RepetitionRule(50, Duration.ofSeconds(1), 1, Duration.ofSeconds(1));

    /// Time limit of a round. The time of a longer round is extrapolated by bytes.
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(10);

    /// Returns the unzip time of the whole archive.
    Duration measure(UnzipStage archive) {
        long warmupNanos = round(archive);
        boolean isShort = warmupNanos < ROUNDS.time().toNanos();
        return Duration.ofNanos(isShort ? shortest(archive) : warmupNanos);
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
