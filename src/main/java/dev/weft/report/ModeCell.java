package dev.weft.report;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.ModeSummary;
import dev.weft.plan.Phase;
import dev.weft.record.Ideal;
import dev.weft.record.LatencyPercentiles;
import dev.weft.stats.Estimate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Measurements of one mode in one case: a line of each table.
///
/// @param setting index in the list of cases
/// @param warm empty if no warm pass ended well
/// @param cold empty if no cold pass ended well
/// @param ideal empty without a calibration
record ModeCell(
        int setting,
        String mode,
        Optional<Warm> warm,
        Optional<Cold> cold,
        Optional<IdealTime> ideal) {
    private static final double NANOS_PER_SECOND = 1e9;

    /// Figures of warm passes.
    ///
    /// @param wall seconds
    /// @param speedUp times as fast as the sequential mode
    /// @param efficiency ideal / wall time
    /// @param rate uploads per second
    /// @param p50 milliseconds, like `p99`
    /// @param cpu milliseconds of the client per upload
    /// @param memory MiB, the most that any JVM held
    /// @param walls seconds of single passes
    record Warm(
            Figure.Mean wall,
            Optional<Figure> speedUp,
            Optional<Figure> efficiency,
            Optional<Figure.Mean> rate,
            Optional<Figure> p50,
            Optional<Figure> p99,
            Optional<Figure> cpu,
            Optional<Figure> memory,
            int jvms,
            String passes,
            List<Double> walls) {
        private static Warm of(Estimate wall, ModeSummary summary, Analysis analysis) {
            return new Warm(
                    Figure.Mean.of(wall, FigureFormat::seconds),
                    Figure.of(analysis.speedUp(summary), FigureFormat::times),
                    Figure.of(summary.efficiency(Phase.WARM), FigureFormat::percent),
                    summary.throughput().map(rate -> Figure.Mean.of(rate, FigureFormat::rate)),
                    Figure.of(
                            summary.latencyMillis(LatencyPercentiles::p50Nanos),
                            FigureFormat::millis),
                    Figure.of(
                            summary.latencyMillis(LatencyPercentiles::p99Nanos),
                            FigureFormat::millis),
                    Figure.of(summary.cpuMillisPerUpload(), FigureFormat::millis),
                    Figure.ofBytes(summary.peakRssBytes()),
                    summary.wallSecondsByBlock(Phase.WARM).size(),
                    passCount(summary, Phase.WARM),
                    passSeconds(summary, Phase.WARM));
        }
    }

    /// Figures of cold passes.
    ///
    /// @param wall seconds
    /// @param process seconds from the start of the JVM
    record Cold(
            Figure.Mean wall,
            Optional<Figure.Mean> process,
            Optional<Figure> efficiency,
            int jvms,
            String passes,
            List<Double> walls) {
        private static Cold of(Estimate wall, ModeSummary summary) {
            return new Cold(
                    Figure.Mean.of(wall, FigureFormat::seconds),
                    summary.processSeconds()
                            .map(process -> Figure.Mean.of(process, FigureFormat::seconds)),
                    Figure.of(summary.efficiency(Phase.COLD), FigureFormat::percent),
                    summary.wallSecondsByBlock(Phase.COLD).size(),
                    passCount(summary, Phase.COLD),
                    passSeconds(summary, Phase.COLD));
        }
    }

    /// Shortest wall time that any mode could have had.
    ///
    /// @param wall seconds
    /// @param low lower end of its 95% range, in seconds like `high`
    /// @param bound resource that limits the ideal
    record IdealTime(Figure wall, double low, double high, String bound) {
        private static IdealTime of(Ideal ideal) {
            return new IdealTime(
                    Figure.of(seconds(ideal.wall()), FigureFormat::seconds),
                    seconds(ideal.low()),
                    seconds(ideal.high()),
                    ideal.bound().label());
        }
    }

    static ModeCell of(int setting, ModeSummary summary, Analysis analysis) {
        return new ModeCell(
                setting,
                summary.mode().label(),
                summary.wallSeconds(Phase.WARM).map(wall -> Warm.of(wall, summary, analysis)),
                summary.wallSeconds(Phase.COLD).map(wall -> Cold.of(wall, summary)),
                summary.ideal().map(IdealTime::of));
    }

    /// Formats the number of passes that ended well, with the total if it differs.
    private static String passCount(ModeSummary summary, Phase phase) {
        long good = summary.good(phase).count();
        return good == summary.passes(phase)
                ? Long.toString(good)
                : good + " of " + summary.passes(phase);
    }

    private static List<Double> passSeconds(ModeSummary summary, Phase phase) {
        return summary.good(phase)
                .flatMap(row -> row.measures().stream())
                .map(measures -> seconds(measures.wall()))
                .toList();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }
}
