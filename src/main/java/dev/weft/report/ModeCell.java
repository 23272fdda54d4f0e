package dev.weft.report;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.ModeSummary;
import dev.weft.plan.Phase;
import dev.weft.record.Ideal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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
    private static final double MEBIBYTE = 1 << 20;
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
            MeanEstimate wall,
            Optional<Figure> speedUp,
            Optional<Figure> efficiency,
            Optional<MeanEstimate> rate,
            Optional<Figure> p50,
            Optional<Figure> p99,
            Optional<Figure> cpu,
            Optional<Figure> memory,
            int jvms,
            String passes,
            List<Double> walls) {}

    /// Figures of cold passes.
    ///
    /// @param wall seconds
    /// @param process seconds from the start of the JVM
    record Cold(
            MeanEstimate wall,
            Optional<MeanEstimate> process,
            Optional<Figure> efficiency,
            int jvms,
            String passes,
            List<Double> walls) {}

    /// Shortest wall time that any mode could have had.
    ///
    /// @param wall seconds
    /// @param low lower end of its 95% range, in seconds like `high`
    /// @param bound resource that limits the ideal
    record IdealTime(Figure wall, double low, double high, String bound) {
        static IdealTime of(Ideal ideal) {
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
                warm(summary, analysis),
                cold(summary),
                summary.ideal().map(IdealTime::of));
    }

    private static Optional<Warm> warm(ModeSummary summary, Analysis analysis) {
        return summary.wallSeconds(Phase.WARM)
                .map(
                        wall ->
                                new Warm(
                                        MeanEstimate.of(wall, FigureFormat::seconds),
                                        Figure.of(analysis.speedUp(summary), FigureFormat::times),
                                        efficiency(summary, Phase.WARM),
                                        summary.throughput()
                                                .map(
                                                        rate ->
                                                                MeanEstimate.of(
                                                                        rate, FigureFormat::rate)),
                                        Figure.of(
                                                summary.latencyMillis(all -> all.p50Nanos()),
                                                FigureFormat::millis),
                                        Figure.of(
                                                summary.latencyMillis(all -> all.p99Nanos()),
                                                FigureFormat::millis),
                                        Figure.of(
                                                summary.cpuMillisPerUpload(), FigureFormat::millis),
                                        memory(summary),
                                        summary.wallSecondsByBlock(Phase.WARM).size(),
                                        passes(summary, Phase.WARM),
                                        walls(summary, Phase.WARM)));
    }

    private static Optional<Cold> cold(ModeSummary summary) {
        return summary.wallSeconds(Phase.COLD)
                .map(
                        wall ->
                                new Cold(
                                        MeanEstimate.of(wall, FigureFormat::seconds),
                                        summary.processSeconds()
                                                .map(
                                                        all ->
                                                                MeanEstimate.of(
                                                                        all,
                                                                        FigureFormat::seconds)),
                                        efficiency(summary, Phase.COLD),
                                        summary.wallSecondsByBlock(Phase.COLD).size(),
                                        passes(summary, Phase.COLD),
                                        walls(summary, Phase.COLD)));
    }

    private static Optional<Figure> efficiency(ModeSummary summary, Phase phase) {
        return Figure.of(summary.efficiency(phase), FigureFormat::percent);
    }

    private static Optional<Figure> memory(ModeSummary summary) {
        OptionalDouble bytes = summary.peakRssBytes();
        return bytes.isPresent()
                ? Optional.of(
                        Figure.of(
                                bytes.getAsDouble() / MEBIBYTE,
                                mebibytes -> FigureFormat.digits(mebibytes) + " MiB"))
                : Optional.empty();
    }

    /// Formats the number of passes that ended well, with the total if it differs.
    private static String passes(ModeSummary summary, Phase phase) {
        long good = summary.good(phase).count();
        return good == summary.passes(phase)
                ? Long.toString(good)
                : good + " of " + summary.passes(phase);
    }

    private static List<Double> walls(ModeSummary summary, Phase phase) {
        return summary.good(phase)
                .flatMap(row -> row.measures().stream())
                .map(measures -> seconds(measures.wall()))
                .toList();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }
}
