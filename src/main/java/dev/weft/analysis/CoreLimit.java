package dev.weft.analysis;

import dev.weft.record.Ideal.Bound;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// A setting in which the cores are the limit, and the settings next to it in which latency would
/// be.
///
/// With C uploads at once, each of which takes a latency of L, the cores are busy for C * t / L of
/// the time. There t is the CPU time of an upload, client and embedded server together, over the
/// cores. The figures leave the cores busy for at most 60% of it, and are rounded to two digits on
/// the safe side.
///
/// @param perUpload t, in the cheapest mode
/// @param latency L, the median where it differs; empty where the server is not the embedded one
/// @param concurrency C
record CoreLimit(Duration perUpload, Optional<Duration> latency, int concurrency) {
    /// The share of the cores that may be busy where latency is to be the limit.
    private static final BigDecimal AT_MOST_BUSY = new BigDecimal("0.6");

    private static final int LEAST_AT_ONCE = 2;
    private static final MathContext ROUNDED_UP = new MathContext(2, RoundingMode.CEILING);
    private static final MathContext ROUNDED_DOWN = new MathContext(2, RoundingMode.FLOOR);

    CoreLimit {
        Objects.requireNonNull(latency);
        if (!perUpload.isPositive() || concurrency < 1) {
            throw new IllegalArgumentException(
                    "%s for an upload and %d at once must be more than 0"
                            .formatted(perUpload, concurrency));
        }
    }

    /// The limit of a mode in its setting; empty where the ideal is bound by something else, or is
    /// not known. An ideal that the CPU bounds is t for each file.
    static Optional<CoreLimit> of(ModeSummary summary) {
        return summary.ideal()
                .filter(ideal -> ideal.bound() == Bound.CPU)
                .map(ideal -> ideal.wall().dividedBy(summary.setting().files()))
                .filter(Duration::isPositive)
                .map(
                        perUpload ->
                                new CoreLimit(
                                        perUpload,
                                        summary.rows().getFirst().setting().latency(),
                                        summary.setting().concurrency()));
    }

    /// The most uploads at once at this latency; empty where not even two would do, or the latency
    /// is not known.
    OptionalInt mostAtOnce() {
        return latency.map(
                        time ->
                                AT_MOST_BUSY
                                        .multiply(BigDecimal.valueOf(time.toNanos()))
                                        .divideToIntegralValue(
                                                BigDecimal.valueOf(perUpload.toNanos()))
                                        .round(ROUNDED_DOWN)
                                        .min(BigDecimal.valueOf(concurrency))
                                        .intValueExact())
                .filter(most -> most >= LEAST_AT_ONCE && most < concurrency)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /// The least latency for as many at once as here; empty where the latency is not known.
    Optional<Duration> leastLatency() {
        return latency.flatMap(
                time ->
                        Optional.of(
                                        BigDecimal.valueOf(perUpload.toNanos())
                                                .multiply(BigDecimal.valueOf(concurrency))
                                                .divide(AT_MOST_BUSY, ROUNDED_UP)
                                                .setScale(0, RoundingMode.CEILING)
                                                .longValueExact())
                                .map(Duration::ofNanos)
                                .filter(least -> least.compareTo(time) > 0));
    }
}
