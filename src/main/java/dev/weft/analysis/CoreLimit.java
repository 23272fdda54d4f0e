package dev.weft.analysis;

import dev.weft.record.Ideal.Bound;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// Computes the concurrency and latency at which latency would be the limit, for a case in which
/// the cores are the limit.
///
/// With C uploads in flight, each with a latency of L, the cores are busy for a share of C * t / L.
/// Here t is the CPU time of an upload, client and embedded server together, divided by the number
/// of cores. The figures keep the share at 60% or less, rounded to two digits on the safe side.
///
/// @param perUpload t, in the mode with the least CPU per upload
/// @param latency L, the median if it varies; empty if the server is not the embedded one
/// @param concurrency C
record CoreLimit(Duration perUpload, Optional<Duration> latency, int concurrency) {
    /// Largest busy share of the cores at which latency is the limit.
    private static final BigDecimal MAXIMUM_BUSY_SHARE = new BigDecimal("0.6");

    private static final int MINIMUM_CONCURRENCY = 2;
    private static final MathContext ROUNDED_UP = new MathContext(2, RoundingMode.CEILING);
    private static final MathContext ROUNDED_DOWN = new MathContext(2, RoundingMode.FLOOR);

    CoreLimit {
        if (!perUpload.isPositive() || concurrency < 1) {
            throw new IllegalArgumentException(
                    "%s for an upload and %d at once must be more than 0"
                            .formatted(perUpload, concurrency));
        }
    }

    /// Core limit of a mode in its case; empty if CPU is not the bound of the ideal, or the ideal
    /// is unknown. An ideal that CPU bounds is t times the number of files.
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

    /// Largest concurrency at this latency. Empty if it is below 2 or not below C, or if the
    /// latency is unknown.
    OptionalInt mostAtOnce() {
        return latency.map(
                        time ->
                                MAXIMUM_BUSY_SHARE
                                        .multiply(BigDecimal.valueOf(time.toNanos()))
                                        .divideToIntegralValue(
                                                BigDecimal.valueOf(perUpload.toNanos()))
                                        .round(ROUNDED_DOWN)
                                        .min(BigDecimal.valueOf(concurrency))
                                        .intValueExact())
                .filter(most -> most >= MINIMUM_CONCURRENCY && most < concurrency)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /// Smallest latency at this concurrency. Empty if it is at most L, or if L is unknown.
    Optional<Duration> leastLatency() {
        return latency.flatMap(
                time ->
                        Optional.of(
                                        BigDecimal.valueOf(perUpload.toNanos())
                                                .multiply(BigDecimal.valueOf(concurrency))
                                                .divide(MAXIMUM_BUSY_SHARE, ROUNDED_UP)
                                                .setScale(0, RoundingMode.CEILING)
                                                .longValueExact())
                                .map(Duration::ofNanos)
                                .filter(least -> least.compareTo(time) > 0));
    }
}
