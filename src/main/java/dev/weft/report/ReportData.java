package dev.weft.report;

import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.JvmVariance;
import dev.weft.analysis.ModeSummary;
import dev.weft.analysis.WarmupCurve;
import dev.weft.plan.ModeName;
import dev.weft.plot.ModeStyle;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassRow;
import dev.weft.runjson.RecordedWarning;
import dev.weft.stats.VarianceComponents;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Data of the page for its scripts.
///
/// @param schema version of this data, see [#SCHEMA]
/// @param began start of the first pass, in UTC
/// @param status how the run ended
/// @param machine in one line
/// @param server in one line
/// @param command repeats the run; empty if it is unknown
/// @param modes colour and shape of each mode
/// @param settings measured cases
/// @param passes on the time axis of the run
/// @param jvms differences between the JVMs of each concurrent mode; none for a mode with one JVM
/// @param sweeps one for each mode; none for a single concurrency
/// @param warmups one for each mode and case; none if the run has no warm-up curves
/// @param troubles failures, retries and throttling, in sentences
/// @param diagnosis findings of the flight recorder; empty without a recording
/// @param files to save from the page
/// @param remarks on data that the page leaves out
record ReportData(
        int schema,
        String runId,
        String began,
        String status,
        String machine,
        String server,
        Optional<String> command,
        Answer answer,
        List<ModeAppearance> modes,
        List<CaseName> settings,
        List<ModeCell> cells,
        List<WeavePass> weaves,
        List<PercentileCurve> percentiles,
        List<PassPoint> passes,
        List<JvmDifference> jvms,
        List<SweepCurve> sweeps,
        List<WarmupLines> warmups,
        List<ResourceTable> why,
        List<RecordedWarning> warnings,
        List<String> troubles,
        List<RunDescription.Fact> fairness,
        List<RunDescription.Fact> environment,
        Optional<String> diagnosis,
        List<Attachment> files,
        List<String> remarks) {
    /// Version of the data. A page contains its own scripts, so only tests read it elsewhere.
    static final int SCHEMA = 1;

    /// Case with its name.
    ///
    /// @param verdicts on the pairs of concurrent modes in warm passes, in sentences
    record CaseName(
            String label, String archive, int files, int concurrency, List<String> verdicts) {}

    /// Colour and shape of a mode, the same as in every other picture.
    ///
    /// @param name of the mode
    /// @param color such as `#0072b2`; black stands for the text colour, which is light on a dark
    ///   page
    /// @param shape of its points, see [ModeStyle.Shape]
    record ModeAppearance(String name, String color, String shape) {
        static ModeAppearance of(ModeName mode) {
            ModeStyle style = ModeStyle.of(mode);
            return new ModeAppearance(
                    mode.label(), style.hex(), style.shape().name().toLowerCase(Locale.ROOT));
        }
    }

    /// Warm-up of one mode in one case.
    ///
    /// @param setting index in the list of cases
    /// @param medians over JVMs for each slice: slices without the server's latency come first
    /// @param jvms slices of each JVM
    /// @param steady point at which weft judged JVMs steady; empty if none was
    /// @param summary in a clause
    record WarmupLines(
            int setting,
            String mode,
            List<WarmupCurve.Point> medians,
            List<List<WarmupCurve.Point>> jvms,
            Optional<WarmupCurve.Steady> steady,
            String summary) {
        static WarmupLines of(int setting, WarmupCurve curve) {
            return new WarmupLines(
                    setting,
                    curve.mode().label(),
                    curve.medians(),
                    curve.points(),
                    curve.steady(),
                    curve.summary());
        }
    }

    /// Differences between the JVMs of one mode in one case in warm passes: a line of the table.
    ///
    /// @param setting index in the list of cases
    /// @param jvms with a warm pass that ended well, at least 2
    /// @param passes total of these JVMs
    /// @param cpu empty if the platform does not report it
    record JvmDifference(
            int setting,
            String mode,
            int jvms,
            int passes,
            Deviations wall,
            Optional<Deviations> cpu) {
        /// Standard deviations as shares.
        ///
        /// @param betweenPasses empty if no JVM made 2 passes
        /// @param enough number of passes per JVM for the narrowest interval in a given time; empty
        ///   if unknown
        record Deviations(
                Figure betweenJvms, Optional<Figure> betweenPasses, Optional<String> enough) {
            private static Deviations of(VarianceComponents components, JvmVariance variance) {
                return new Deviations(
                        Figure.of(components.between(), FigureFormat::deviation),
                        Figure.of(components.within(), FigureFormat::deviation),
                        Figure.of(variance.passes(components), FigureFormat::count)
                                .map(Figure::text));
            }
        }

        /// Creates the line; empty for fewer than 2 JVMs.
        static Optional<JvmDifference> of(int setting, ModeSummary summary) {
            JvmVariance variance = JvmVariance.of(summary);
            Optional<Deviations> cpu = variance.cpu().map(one -> Deviations.of(one, variance));
            return variance.wall()
                    .map(
                            wall ->
                                    new JvmDifference(
                                            setting,
                                            summary.mode().label(),
                                            wall.sequences(),
                                            wall.times(),
                                            Deviations.of(wall, variance),
                                            cpu));
        }
    }

    /// Pass on the time axis of the run.
    ///
    /// @param setting index in the list of cases
    /// @param phase `warm` or `cold`
    /// @param atS seconds from the start of the run's first pass to the start of this one
    /// @param wallMs duration of the timed region
    /// @param p50Ms median service time; empty, like `p99Ms`, if nothing was stored
    /// @param perS uploads per second
    record PassPoint(
            int setting,
            String mode,
            String phase,
            int block,
            String trial,
            int pass,
            double atS,
            double wallMs,
            Optional<Double> p50Ms,
            Optional<Double> p99Ms,
            double perS) {
        private static final double NANOS_PER_MILLI = 1e6;

        /// Creates the point of a pass that ended well.
        ///
        /// @param first pass of the run that ended well
        static PassPoint of(int setting, PassRow row, PassRow first) {
            PassMeasures measures = row.measures().orElseThrow();
            double wallMs = measures.wall().toNanos() / NANOS_PER_MILLI;
            return new PassPoint(
                    setting,
                    row.setting().mode().label(),
                    row.setting().phase().label(),
                    row.place().block(),
                    row.place().trialId(),
                    row.place().pass(),
                    Duration.between(first.place().startedAt(), row.place().startedAt()).toMillis()
                            / 1e3,
                    wallMs,
                    measures.latencies().map(all -> all.p50Nanos() / NANOS_PER_MILLI),
                    measures.latencies().map(all -> all.p99Nanos() / NANOS_PER_MILLI),
                    measures.counts().stored() * 1e3 / wallMs);
        }
    }
}
