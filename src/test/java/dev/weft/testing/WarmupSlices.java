package dev.weft.testing;

import dev.weft.record.PassRow;
import dev.weft.record.WarmupFile.WarmupRow;
import dev.weft.record.WarmupResult.WarmupSlice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Made-up warm-ups: an upload takes less from slice to slice, until the JVM is called steady.
public final class WarmupSlices {
    private static final int UPLOADS = 1_000;

    private WarmupSlices() {}

    /// The slices of the trial of a pass: some without the server's latency, then two with it, at
    /// the second of which the JVM is called steady.
    ///
    /// Slice n takes 2 / n ms of CPU, 1 / n ms of wall time (1 with latency) and 1 / n ms of
    /// compilation per upload. 200 uploads were made before.
    public static List<WarmupRow> of(PassRow row, int undelayed) {
        List<WarmupRow> rows = new ArrayList<>();
        for (int number = 1; number <= undelayed + 2; number++) {
            boolean delayed = number > undelayed;
            rows.add(
                    new WarmupRow(
                            row.place().runId(),
                            row.place().trialId(),
                            row.setting().mode(),
                            row.setting().concurrency(),
                            new WarmupSlice(
                                    number,
                                    UPLOADS,
                                    200 + number * UPLOADS,
                                    !delayed,
                                    Duration.ofMillis(delayed ? 1_000 : 1_000 / number),
                                    Optional.of(Duration.ofMillis(2_000 / number)),
                                    Optional.of(Duration.ofMillis(1_000 / number)),
                                    OptionalLong.of(1),
                                    OptionalLong.of(64L << 20)),
                            number == undelayed + 2));
        }
        return rows;
    }
}
