package dev.weft.run;

import dev.weft.record.ItemCounts;
import dev.weft.record.ItemRow;
import dev.weft.record.LatencyPercentiles;
import dev.weft.record.FailureCounts;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/// What is measured during one pass. Safe to call from any thread; all times are nanoseconds of one
/// ticker.
final class PassMeter {
    /// Service times are told apart down to a microsecond and up to an hour, to three digits.
    private static final long LOWEST_NANOS = 1_000;

    private static final long HIGHEST_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final int DIGITS = 3;

    /// To read a percentile of a pass that goes on takes a millisecond of its CPU.
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final double WATCHED = 99;

    private final long startNanos;
    private final ConcurrentHistogram serviceTimes =
            new ConcurrentHistogram(LOWEST_NANOS, HIGHEST_NANOS, DIGITS);
    private final AtomicInteger stored = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final LongAdder bytesStored = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final LongAdder connectionWaits = new LongAdder();
    private final LongAdder connectionWaitNanos = new LongAdder();
    private final LongAdder unzipNanos = new LongAdder();
    private final LongAccumulator firstRequest = new LongAccumulator(Math::min, Long.MAX_VALUE);
    private final LongAccumulator lastAnswer = new LongAccumulator(Math::max, Long.MIN_VALUE);
    private final LongAccumulator lastEnd = new LongAccumulator(Math::max, Long.MIN_VALUE);
    private final LongAccumulator longestService = new LongAccumulator(Math::max, 0);
    private final AtomicReference<Optional<String>> firstFailure =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Look> look;

    /// What the histogram said when somebody looked.
    private record Look(long atNanos, OptionalLong p99Nanos) {}

    PassMeter(long startNanos) {
        this.startNanos = startNanos;
        this.look = new AtomicReference<>(new Look(startNanos, OptionalLong.empty()));
    }

    long startNanos() {
        return startNanos;
    }

    void unzipped(long busyNanos) {
        unzipNanos.add(busyNanos);
    }

    /// Counts an item that has ended.
    ///
    /// @param row its times, since [#startNanos]
    /// @param failure what the item says of itself where it failed
    void ended(ItemRow row, Optional<String> failure) {
        row.startedNanos()
                .ifPresent(
                        started -> {
                            firstRequest.accumulate(started);
                            lastAnswer.accumulate(row.endedNanos());
                        });
        row.connectionWaitNanos()
                .ifPresent(
                        nanos -> {
                            connectionWaits.increment();
                            connectionWaitNanos.add(nanos);
                        });
        retries.add(Math.max(0, row.attempts() - 1));
        throttled.add(row.throttled().orElse(0));
        row.failure()
                .ifPresent(
                        code -> failures.computeIfAbsent(code, _ -> new LongAdder()).increment());
        if (row.failure().isEmpty()) {
            stored.incrementAndGet();
            bytesStored.add(row.bytes());
            long serviceNanos = row.endedNanos() - row.startedNanos().orElse(row.handedOutNanos());
            serviceTimes.recordValue(Math.clamp(serviceNanos, 0, HIGHEST_NANOS));
            longestService.accumulate(serviceNanos);
        } else {
            failed.incrementAndGet();
            firstFailure.compareAndSet(Optional.empty(), failure);
        }
        lastEnd.accumulate(row.endedNanos());
    }

    /// How far it is. However often somebody asks, the histogram is read once a second.
    Progress progress(long nowNanos) {
        Look last = look.get();
        if (nowNanos - last.atNanos >= LOOK_NANOS && serviceTimes.getTotalCount() > 0) {
            last = new Look(nowNanos, OptionalLong.of(percentile(WATCHED)));
            look.set(last);
        }
        return new Progress(stored.get(), failed.get(), last.p99Nanos);
    }

    /// Items that have ended.
    int done() {
        return stored.get() + failed.get();
    }

    ItemCounts counts(int files) {
        return new ItemCounts(
                stored.get(), failed.get(), Math.max(0, files - stored.get() - failed.get()));
    }

    /// From the start to the last acknowledgement; zero where no item ended.
    Duration wall() {
        return Duration.ofNanos(Math.max(0, lastEnd.get()));
    }

    Duration unzip() {
        return Duration.ofNanos(unzipNanos.sum());
    }

    /// From the first request to the last answer, for better or worse, to any; empty where there
    /// was no request.
    Optional<Duration> upload() {
        return firstRequest.get() == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(lastAnswer.get() - firstRequest.get()));
    }

    Optional<LatencyPercentiles> latencies() {
        return serviceTimes.getTotalCount() == 0
                ? Optional.empty()
                : Optional.of(
                        new LatencyPercentiles(
                                percentile(50),
                                percentile(90),
                                percentile(WATCHED),
                                longestService.get()));
    }

    /// The histogram answers with the upper end of a bucket, which may lie above every value in it.
    private long percentile(double percentile) {
        return Math.min(serviceTimes.getValueAtPercentile(percentile), longestService.get());
    }

    long bytesStored() {
        return bytesStored.sum();
    }

    int retries() {
        return retries.intValue();
    }

    FailureCounts setbacks() {
        Map<String, Integer> items = new HashMap<>();
        failures.forEach((code, count) -> items.put(code, count.intValue()));
        return FailureCounts.of(throttled.intValue(), items);
    }

    /// How long requests waited for a connection, together; empty where none of them told.
    Optional<Duration> connectionWait() {
        return connectionWaits.sum() == 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(connectionWaitNanos.sum()));
    }

    Optional<String> firstFailure() {
        return firstFailure.get();
    }

    /// A moment as a row has it.
    long sinceStart(long nanos) {
        return nanos - startNanos;
    }

    /// A moment as a row has it, where there was one.
    OptionalLong sinceStart(OptionalLong nanos) {
        return nanos.isPresent()
                ? OptionalLong.of(sinceStart(nanos.getAsLong()))
                : OptionalLong.empty();
    }
}
