package dev.weft.plot;

import dev.weft.analysis.WarmupCurve;
import dev.weft.csv.RecordException;
import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import dev.weft.record.WarmupFile.WarmupRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Draws warm-ups: CPU, wall and compile time per upload against uploads made in the JVM. Each mode
/// has one line, and a mark at the point at which weft judged its JVMs steady.
public final class WarmupPlot {
    /// Source of the warm-up slices of runs.
    @FunctionalInterface
    public interface Slices {
        /// Returns the slices of a run; empty if it has no warm-up curves.
        ///
        /// @throws RecordException if slices exist but cannot be read
        List<WarmupRow> of(String runId) throws RecordException;
    }

    /// Passes of JVMs with warm-up curves, and all slices of their run.
    private record RunWarmup(List<PassRow> passes, List<WarmupRow> slices) {}

    private WarmupPlot() {}

    /// Draws one case of the newest run with warm-up curves. Leaves the sequential mode out beside
    /// others: as a baseline it has a fixed warm-up, and it is 10 to 30 times slower.
    ///
    /// @param rows all rows of a file, in any order
    /// @throws PlotException if there is no such run, or Java cannot draw on this machine
    /// @throws RecordException if warm-up curves cannot be read
    public static Picture of(
            List<PassRow> rows, Slices slices, CaseChoice choice, PlotOptions options)
            throws PlotException, RecordException {
        RunWarmup warmup = newestWarmup(PassSelection.ofRun(rows, options.run()), slices);
        WeaveSelection.Kind kind = WeaveSelection.kind(warmup.passes(), choice, "warm-up curves");
        List<PassRow> shown =
                PassSelection.filter(
                        warmup.passes(), row -> WeaveSelection.Kind.of(row).equals(kind));
        List<WarmupCurve> all = WarmupCurve.of(shown, warmup.slices());
        List<WarmupCurve> concurrent =
                all.stream().filter(curve -> curve.mode() != ModeName.SEQUENTIAL).toList();
        List<WarmupCurve> curves = concurrent.isEmpty() ? all : concurrent;
        return new Picture(
                heading(shown.getFirst(), curves, options),
                List.of(new WarmupChart(curves, options.logarithmic())),
                false,
                options,
                omitted(warmup.passes(), shown, all.size() > curves.size()));
    }

    private static RunWarmup newestWarmup(List<PassRow> rows, Slices slices)
            throws PlotException, RecordException {
        for (List<PassRow> run : PassSelection.newestRuns(rows)) {
            List<WarmupRow> ofRun = slices.of(PassSelection.runId(run.getFirst()));
            Set<String> trials = ofRun.stream().map(WarmupRow::trialId).collect(Collectors.toSet());
            List<PassRow> passes =
                    PassSelection.filter(run, row -> trials.contains(row.place().trialId()));
            if (!passes.isEmpty()) {
                return new RunWarmup(passes, ofRun);
            }
        }
        throw new PlotException(
                "none of the %d passes has warm-up curves (warmup.csv beside the timings): measure some with `weft run`, without --cold and --warmup=0"
                        .formatted(rows.size()));
    }

    private static Heading heading(PassRow row, List<WarmupCurve> curves, PlotOptions options) {
        HeadingText text = new HeadingText(row);
        int jvms = curves.stream().mapToInt(curve -> curve.jvms().size()).max().orElseThrow();
        String title =
                "How long until a JVM is fast: %s to %s".formatted(text.files(), text.server());
        List<String> conditions =
                List.of(
                        row.contract().terms().poolSize() + " uploads at once",
                        jvms == 1 ? "1 JVM a mode" : jvms + " JVMs a mode");
        String results =
                curves.stream().map(WarmupCurve::summary).collect(Collectors.joining(" \u00b7 "));
        return new Heading(
                options.title().orElse(title),
                List.of(text.conditions(conditions), results, lineLegend(curves, jvms)));
    }

    private static String lineLegend(List<WarmupCurve> curves, int jvms) {
        boolean undelayed =
                curves.stream()
                        .flatMap(curve -> curve.medians().stream())
                        .anyMatch(WarmupCurve.Point::undelayed);
        boolean steady = curves.stream().anyMatch(curve -> curve.steady().isPresent());
        return (undelayed
                        ? "Line: the server answers without its latency. Large marks: with its latency, as in the passes."
                        : "Each mark: a slice of the warm-up.")
                + (jvms > 1 ? " Thick: median over JVMs; thin: single JVMs." : "")
                + (steady ? " Dotted: steady." : "");
    }

    private static Optional<String> omitted(
            List<PassRow> passes, List<PassRow> shown, boolean omitsSequential) {
        List<String> parts = new ArrayList<>();
        long others = trialCount(passes) - trialCount(shown);
        if (others > 0) {
            parts.add("JVMs of other sizes or concurrencies (%d)".formatted(others));
        }
        if (omitsSequential) {
            parts.add("the sequential mode, whose warm-up is fixed");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    private static long trialCount(List<PassRow> rows) {
        return PassSelection.distinctCount(rows, row -> row.place().trialId());
    }
}
