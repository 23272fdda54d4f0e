package dev.weft.run;

import dev.weft.record.FailureCounts;
import dev.weft.record.ItemCounts;
import dev.weft.record.ItemRow;
import dev.weft.record.PassMeasures.LatencyPercentiles;
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

/// Measures one pass. Safe to call from any thread. All times are nanoseconds of one ticker.
final class PassMeter {
    /// The histogram has a range from one microsecond to one hour, and three significant digits.
    private static final long LOWEST_NANOS = 1_000;

    private static final long HIGHEST_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final int SIGNIFICANT_DIGITS = 3;

    /// Longest age of a cached percentile. Reading one during a pass takes a millisecond of its CPU
    /// time.
    private static final long P99_MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final double P99 = 99;

    private final long startNanos;
    private final ConcurrentHistogram serviceTimes =
            new ConcurrentHistogram(LOWEST_NANOS, HIGHEST_NANOS, SIGNIFICANT_DIGITS);
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
    private final AtomicReference<CachedP99> cachedP99;

    /// A percentile and the time when it was read from the histogram.
    private record CachedP99(long atNanos, OptionalLong p99Nanos) {}

    PassMeter(long startNanos) {
        this.startNanos = startNanos;
        this.cachedP99 = new AtomicReference<>(new CachedP99(startNanos, OptionalLong.empty()));
    }

    long startNanos() {
        return startNanos;
    }

    void unzipped(long busyNanos) {
        unzipNanos.add(busyNanos);
    }

    /// Counts an item that has ended.
    ///
    /// @param row times of the item, since [#startNanos]
    /// @param failure code and message of the failure; empty if the item was stored
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

    /// Progress of the pass. Reads the histogram at most once per second.
    Progress progress(long nowNanos) {
        CachedP99 last = cachedP99.get();
        if (nowNanos - last.atNanos >= P99_MAX_AGE_NANOS && serviceTimes.getTotalCount() > 0) {
            last = new CachedP99(nowNanos, OptionalLong.of(percentile(P99)));
            cachedP99.set(last);
        }
        return new Progress(stored.get(), failed.get(), last.p99Nanos);
    }

    /// Number of items that have ended.
    int done() {
        return stored.get() + failed.get();
    }

    ItemCounts counts(int files) {
        return new ItemCounts(
                stored.get(), failed.get(), Math.max(0, files - stored.get() - failed.get()));
    }

    /// Time from the start to the end of the last item; zero if no item ended.
    Duration wall() {
        return Duration.ofNanos(Math.max(0, lastEnd.get()));
    }

    Duration unzip() {
        return Duration.ofNanos(unzipNanos.sum());
    }

    /// Time from the first request to the last end of an item with a request, stored or failed;
    /// empty if there was no request.
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
                                percentile(P99),
                                longestService.get()));
    }

    /// The histogram returns the upper end of a bucket, which may exceed every recorded value.
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

    /// Total wait of requests for connections; empty if none was reported.
    Optional<Duration> connectionWait() {
        return connectionWaits.sum() == 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(connectionWaitNanos.sum()));
    }

    Optional<String> firstFailure() {
        return firstFailure.get();
    }

    /// Converts a ticker reading to the time since the start of the pass.
    long sinceStart(long nanos) {
        return nanos - startNanos;
    }

    /// Converts a ticker reading to the time since the start of the pass, if there is one.
    OptionalLong sinceStart(OptionalLong nanos) {
        return nanos.isPresent()
                ? OptionalLong.of(sinceStart(nanos.getAsLong()))
                : OptionalLong.empty();
    }
}
