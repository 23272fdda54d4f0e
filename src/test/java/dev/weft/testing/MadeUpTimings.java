package dev.weft.testing;

import dev.weft.plot.ItemTimings;
import dev.weft.record.ItemRow;
import dev.weft.record.PassRow;
import dev.weft.record.TimingRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Stream;

/// Timings of passes that never ran, as honest ones would be: one unzip stage, a permit for each
/// item, whole microseconds.
///
/// Of 50 items about one is broken in the archive, one fails after three attempts, and two are
/// stored at the second attempt.
public final class MadeUpTimings {
    private static final long MICROS = 1_000;

    private final Random random;
    private final String trialId;
    private final int pass;
    private long stageFreeNanos;

    private MadeUpTimings(String trialId, int pass, long seed) {
        this.random = new Random(seed);
        this.trialId = trialId;
        this.pass = pass;
    }

    /// The rows of a pass, in the order of hand-out.
    ///
    /// @param concurrency how many items may be open at once
    public static List<ItemRow> of(
            String trialId, int pass, int files, int concurrency, long seed) {
        MadeUpTimings timings = new MadeUpTimings(trialId, pass, seed);
        Queue<Long> permits = new PriorityQueue<>();
        for (int permit = 0; permit < concurrency; permit++) {
            permits.add(0L);
        }
        List<ItemRow> rows = new ArrayList<>();
        for (int index = 0; index < files; index++) {
            ItemRow row = timings.item(index, permits.remove());
            permits.add(row.endedNanos());
            rows.add(row);
        }
        return rows;
    }

    /// The timings of passes: as many items, as many at once, as each of them had.
    public static ItemTimings of(List<PassRow> passes) {
        return (runId, rows) ->
                passes.stream()
                        .filter(pass -> pass.place().runId().equals(runId))
                        .flatMap(MadeUpTimings::rows)
                        .forEach(rows);
    }

    /// The timings of a pass, likewise.
    public static Stream<TimingRow> rows(PassRow pass) {
        return of(
                        pass.place().trialId(),
                        pass.place().pass(),
                        pass.setting().items().files(),
                        pass.setting().concurrency(),
                        pass.setting().mode().label().hashCode())
                .stream()
                .map(item -> new TimingRow(pass.place().runId(), item));
    }

    private ItemRow item(int index, long permitNanos) {
        long unzip = between(40, 90);
        long handedOut = Math.max(permitNanos, stageFreeNanos) + unzip;
        stageFreeNanos = handedOut;
        long started = handedOut + between(5, 1_500);
        int kind = random.nextInt(50);
        int attempts = kind == 1 ? 3 : kind <= 3 ? 2 : 1;
        long ended = started + attempts * between(20_000, 26_000);
        return kind == 0
                ? row(index, unzip, handedOut, OptionalLong.empty(), handedOut, 0, "CrcMismatch")
                : row(
                        index,
                        unzip,
                        handedOut,
                        OptionalLong.of(started),
                        ended,
                        attempts,
                        kind == 1 ? "SlowDown" : "");
    }

    private ItemRow row(
            int index,
            long unzip,
            long handedOut,
            OptionalLong started,
            long ended,
            int attempts,
            String failure) {
        return new ItemRow(
                trialId,
                pass,
                index,
                "file-%05d.bin".formatted(index),
                102_400,
                OptionalLong.of(unzip),
                handedOut,
                started,
                ended,
                attempts,
                OptionalInt.of(Math.max(0, attempts - 1)),
                started.isPresent() ? OptionalLong.of(3 * MICROS) : OptionalLong.empty(),
                failure.isEmpty() ? Optional.empty() : Optional.of(failure));
    }

    private long between(int fromMicros, int toMicros) {
        return random.nextInt(fromMicros, toMicros) * MICROS;
    }
}
