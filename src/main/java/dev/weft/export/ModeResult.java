package dev.weft.export;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.JvmVariance;
import dev.weft.analysis.ModeSummary;
import dev.weft.plan.Phase;
import dev.weft.record.LatencyPercentiles;
import dev.weft.stats.Estimate;
import dev.weft.stats.Interval;
import dev.weft.stats.VarianceComponents;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What was measured of a mode in a setting.
///
/// @param archive the file name of the zip
/// @param concurrency uploads open at once: 1 for the sequential mode
/// @param httpClient what carries the requests
/// @param ideal the shortest wall time that any mode could have had; empty where nothing was
///   calibrated
/// @param warm passes of a JVM that is warmed up; empty where none was made
/// @param cold first passes of fresh JVMs, likewise
/// @param peakRssBytes the most memory that any JVM of this mode held
/// @param uploads that ended, stored or not
/// @param throttled attempts that the server answered with 503 or 429
public record ModeResult(
        String archive,
        int files,
        int concurrency,
        String mode,
        String httpClient,
        Optional<IdealWall> ideal,
        Optional<Warm> warm,
        Optional<Cold> cold,
        OptionalLong peakRssBytes,
        long uploads,
        long throttled,
        List<Failed> failures) {
    /// The shortest wall time that any mode could have had, and what allows no less.
    public record IdealWall(double wallMs, double lowMs, double highMs, String bound) {}

    /// Items that failed with a code.
    public record Failed(String code, long items) {}

    /// Warm passes. Intervals are 95% intervals over JVMs.
    ///
    /// @param jvms with a pass that ended well
    /// @param speedUp times as fast as the sequential mode with the same zip
    /// @param efficiency the ideal wall time as a share of the measured one
    /// @param wallDeviation of the wall time; empty for fewer than 2 JVMs
    /// @param cpuDeviation of the client's CPU time for an upload, likewise
    public record Warm(
            long passes,
            long good,
            int jvms,
            OptionalDouble wallMs,
            OptionalDouble wallLowMs,
            OptionalDouble wallHighMs,
            OptionalDouble speedUp,
            OptionalDouble efficiency,
            OptionalDouble uploadsPerS,
            OptionalDouble p50Ms,
            OptionalDouble p99Ms,
            OptionalDouble clientCpuMsPerUpload,
            OptionalDouble serverCpuMsPerUpload,
            OptionalDouble switchesPerUpload,
            Optional<Deviation> wallDeviation,
            Optional<Deviation> cpuDeviation) {
        private static Warm of(Analysis analysis, ModeSummary summary) {
            Optional<Estimate> wall = summary.wallSeconds(Phase.WARM);
            Optional<Interval> millis = RoundedNumbers.millis(wall.flatMap(Estimate::interval));
            JvmVariance variance = JvmVariance.of(summary);
            return new Warm(
                    summary.passes(Phase.WARM),
                    summary.good(Phase.WARM).count(),
                    summary.wallSecondsByBlock(Phase.WARM).size(),
                    millis(wall),
                    RoundedNumbers.low(millis),
                    RoundedNumbers.high(millis),
                    RoundedNumbers.of(analysis.speedUp(summary)),
                    RoundedNumbers.of(summary.efficiency(Phase.WARM)),
                    value(summary.throughput()),
                    RoundedNumbers.of(summary.latencyMillis(LatencyPercentiles::p50Nanos)),
                    RoundedNumbers.of(summary.latencyMillis(LatencyPercentiles::p99Nanos)),
                    RoundedNumbers.of(summary.cpuMillisPerUpload()),
                    RoundedNumbers.of(summary.serverCpuMillisPerUpload()),
                    RoundedNumbers.of(summary.switchesPerUpload()),
                    variance.wall().map(of -> Deviation.of(of, variance)),
                    variance.cpu().map(of -> Deviation.of(of, variance)));
        }
    }

    /// Standard deviations of warm passes as shares.
    ///
    /// @param betweenPasses of one JVM; empty where none made 2
    /// @param passesThatPay in a JVM; empty where that is unknown, or has no limit
    public record Deviation(
            double betweenJvms, OptionalDouble betweenPasses, OptionalLong passesThatPay) {
        private static Deviation of(VarianceComponents components, JvmVariance variance) {
            OptionalDouble passes = variance.passes(components);
            return new Deviation(
                    RoundedNumbers.of(components.between()),
                    RoundedNumbers.of(components.within()),
                    passes.isPresent() && Double.isFinite(passes.getAsDouble())
                            ? OptionalLong.of((long) passes.getAsDouble())
                            : OptionalLong.empty());
        }
    }

    /// Cold passes. Intervals are 95% intervals over JVMs.
    ///
    /// @param jvms with a pass that ended well
    /// @param processMs from the start of the JVM on
    public record Cold(
            long passes,
            long good,
            int jvms,
            OptionalDouble wallMs,
            OptionalDouble wallLowMs,
            OptionalDouble wallHighMs,
            OptionalDouble processMs,
            OptionalDouble efficiency) {
        private static Cold of(ModeSummary summary) {
            Optional<Estimate> wall = summary.wallSeconds(Phase.COLD);
            Optional<Interval> millis = RoundedNumbers.millis(wall.flatMap(Estimate::interval));
            return new Cold(
                    summary.passes(Phase.COLD),
                    summary.good(Phase.COLD).count(),
                    summary.wallSecondsByBlock(Phase.COLD).size(),
                    millis(wall),
                    RoundedNumbers.low(millis),
                    RoundedNumbers.high(millis),
                    millis(summary.processSeconds()),
                    RoundedNumbers.of(summary.efficiency(Phase.COLD)));
        }
    }

    public ModeResult {
        Objects.requireNonNull(archive);
        Objects.requireNonNull(mode);
        Objects.requireNonNull(httpClient);
        Objects.requireNonNull(ideal);
        Objects.requireNonNull(warm);
        Objects.requireNonNull(cold);
        Objects.requireNonNull(peakRssBytes);
        failures = List.copyOf(failures);
    }

    static ModeResult of(Analysis analysis, ModeSummary summary) {
        return new ModeResult(
                summary.setting().archive(),
                summary.setting().files(),
                summary.mode().atOnce(summary.setting().concurrency()),
                summary.mode().label(),
                summary.httpClient(),
                summary.ideal()
                        .map(
                                ideal ->
                                        new IdealWall(
                                                millis(ideal.wall()),
                                                millis(ideal.low()),
                                                millis(ideal.high()),
                                                ideal.bound().label())),
                summary.passes(Phase.WARM) > 0
                        ? Optional.of(Warm.of(analysis, summary))
                        : Optional.empty(),
                summary.passes(Phase.COLD) > 0 ? Optional.of(Cold.of(summary)) : Optional.empty(),
                bytes(summary.peakRssBytes()),
                summary.ended(),
                summary.throttled(),
                summary.failures().stream()
                        .map(failed -> new Failed(failed.code(), failed.items()))
                        .toList());
    }

    private static OptionalLong bytes(OptionalDouble of) {
        return of.isPresent() ? OptionalLong.of((long) of.getAsDouble()) : OptionalLong.empty();
    }

    private static double millis(Duration time) {
        return RoundedNumbers.of(time.toNanos() / 1e6);
    }

    private static OptionalDouble millis(Optional<Estimate> seconds) {
        return seconds.map(estimate -> OptionalDouble.of(RoundedNumbers.millis(estimate.value())))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble value(Optional<Estimate> of) {
        return of.map(estimate -> OptionalDouble.of(RoundedNumbers.of(estimate.value())))
                .orElse(OptionalDouble.empty());
    }
}
