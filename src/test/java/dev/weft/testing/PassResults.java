package dev.weft.testing;

import dev.weft.record.EarlyStop;
import dev.weft.record.FailureCounts;
import dev.weft.record.ItemCounts;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassResult;
import dev.weft.record.ResourceUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Results of a pass for tests that need only the outcomes of its items.
public final class PassResults {
    private PassResults() {}

    /// All items were stored.
    public static PassResult stored(int items) {
        return of(new ItemCounts(items, 0, 0), Optional.empty(), Optional.empty());
    }

    /// Some items failed.
    public static PassResult failed(ItemCounts counts, String first) {
        return of(counts, Optional.empty(), Optional.of(first));
    }

    /// The pass was stopped.
    public static PassResult stopped(ItemCounts counts, String reason) {
        return cut(counts, EarlyStop.Cause.INTERRUPTED, reason);
    }

    /// The pass was cut short.
    public static PassResult cut(ItemCounts counts, EarlyStop.Cause cause, String reason) {
        return of(counts, Optional.of(new EarlyStop(cause, reason)), Optional.empty());
    }

    private static PassResult of(
            ItemCounts counts, Optional<EarlyStop> cut, Optional<String> firstFailure) {
        return new PassResult(
                Instant.parse("2026-11-20T12:00:00Z"),
                cut,
                new PassMeasures(
                        Duration.ofMillis(400),
                        Duration.ofMillis(30),
                        Optional.of(Duration.ofMillis(390)),
                        Optional.empty(),
                        Optional.empty(),
                        100L * counts.stored(),
                        0,
                        FailureCounts.of(0, Map.of()),
                        Optional.empty(),
                        OptionalInt.empty(),
                        new ResourceUsage(
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                20,
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty()),
                        counts),
                firstFailure);
    }
}
