package dev.weft.export;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.JvmVariance;
import dev.weft.analysis.ModeSummary;
import dev.weft.plan.Phase;
import dev.weft.record.Ideal;
import dev.weft.record.LatencyPercentiles;
import dev.weft.stats.Estimate;
import dev.weft.stats.Interval;
import dev.weft.stats.VarianceComponents;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Measurements of one mode in one case.
///
/// @param archive file name of the zip
/// @param concurrency uploads in flight at once: 1 for the sequential mode
/// @param httpClient HTTP client of the mode
/// @param ideal empty without a calibration
/// @param warm empty without warm passes
/// @param cold empty without cold passes
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
    /// Shortest wall time that any mode could have had. `bound` names the resource that limits it.
    public record IdealWall(double wallMs, double lowMs, double highMs, String bound) {
        private static IdealWall of(Ideal ideal) {
            return new IdealWall(
                    millis(ideal.wall()),
                    millis(ideal.low()),
                    millis(ideal.high()),
                    ideal.bound().label());
        }

        private static double millis(Duration time) {
            return RoundedNumbers.of(time.toNanos() / 1e6);
        }
    }

    /// Number of items that failed with a code.
    public record Failed(String code, long items) {}

    /// Figures of warm passes. Intervals are 95% intervals over JVMs.
    ///
    /// @param jvms with a pass that ended well
    /// @param speedUp times as fast as the sequential mode with the same zip
    /// @param efficiency ideal wall time / measured wall time
    /// @param wallDeviation of the wall time; empty for fewer than 2 JVMs
    /// @param cpuDeviation of the client's CPU time per upload; empty also if that is unknown
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
            Optional<Interval> interval = wall.flatMap(Estimate::interval);
            JvmVariance variance = JvmVariance.of(summary);
            return new Warm(
                    summary.passes(Phase.WARM),
                    summary.good(Phase.WARM).count(),
                    summary.wallSecondsByBlock(Phase.WARM).size(),
                    RoundedNumbers.millis(wall.map(Estimate::value)),
                    RoundedNumbers.millis(interval.map(Interval::low)),
                    RoundedNumbers.millis(interval.map(Interval::high)),
                    RoundedNumbers.of(analysis.speedUp(summary)),
                    RoundedNumbers.of(summary.efficiency(Phase.WARM)),
                    RoundedNumbers.of(summary.throughput().map(Estimate::value)),
                    RoundedNumbers.of(summary.latencyMillis(LatencyPercentiles::p50Nanos)),
                    RoundedNumbers.of(summary.latencyMillis(LatencyPercentiles::p99Nanos)),
                    RoundedNumbers.of(summary.cpuMillisPerUpload()),
                    RoundedNumbers.of(summary.serverCpuMillisPerUpload()),
                    RoundedNumbers.of(summary.switchesPerUpload()),
                    variance.wall().map(wallTime -> Deviation.of(wallTime, variance)),
                    variance.cpu().map(cpu -> Deviation.of(cpu, variance)));
        }
    }

    /// Standard deviations of warm passes as shares.
    ///
    /// @param betweenPasses of one JVM; empty if no JVM made 2
    /// @param passesThatPay per JVM, for the narrowest interval in a given time; empty if unknown
    ///   or unlimited
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

    /// Figures of cold passes. Intervals are 95% intervals over JVMs.
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
            Optional<Interval> interval = wall.flatMap(Estimate::interval);
            return new Cold(
                    summary.passes(Phase.COLD),
                    summary.good(Phase.COLD).count(),
                    summary.wallSecondsByBlock(Phase.COLD).size(),
                    RoundedNumbers.millis(wall.map(Estimate::value)),
                    RoundedNumbers.millis(interval.map(Interval::low)),
                    RoundedNumbers.millis(interval.map(Interval::high)),
                    RoundedNumbers.millis(summary.processSeconds().map(Estimate::value)),
                    RoundedNumbers.of(summary.efficiency(Phase.COLD)));
        }
    }

    public ModeResult {
        failures = List.copyOf(failures);
    }

    static ModeResult of(Analysis analysis, ModeSummary summary) {
        return new ModeResult(
                summary.setting().archive(),
                summary.setting().files(),
                summary.mode().atOnce(summary.setting().concurrency()),
                summary.mode().label(),
                summary.httpClient(),
                summary.ideal().map(IdealWall::of),
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

    private static OptionalLong bytes(OptionalDouble value) {
        return value.isPresent()
                ? OptionalLong.of((long) value.getAsDouble())
                : OptionalLong.empty();
    }
}
