package dev.weft.plot;

import dev.weft.analysis.WarmupCurve;
import dev.weft.analysis.WarmupCurve.Point;
import dev.weft.csv.RecordException;
import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import dev.weft.record.WarmupFile.WarmupRow;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Draws warm-ups: CPU, wall and compile time per upload against uploads made in the JVM. Each mode
/// has one line, and a mark at the point at which weft judged its JVMs steady.
public final class WarmupPlot {
    private static final String SEPARATOR = " \u00b7 ";

    /// Free space around values on a logarithmic axis, as a factor.
    private static final double HEADROOM = 1.2;

    /// Free space below 0 and above the greatest value, as a share of that value: keeps marks at 0
    /// whole.
    private static final double MARGIN = 0.06;

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
            List<PassRow> rows, Slices slices, WeaveChoice choice, PlotOptions options)
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
                new Sheet(
                        heading(shown.getFirst(), curves, options),
                        List.of(new PanelColumn(panels(curves, options.logarithmic()))),
                        false),
                options,
                leftOut(warmup.passes(), shown, all.size() - curves.size()));
    }

    private static RunWarmup newestWarmup(List<PassRow> rows, Slices slices)
            throws PlotException, RecordException {
        List<PassRow> remaining = rows;
        while (!remaining.isEmpty()) {
            String runId = PassSelection.newest(remaining).place().runId();
            List<WarmupRow> ofRun = slices.of(runId);
            Set<String> trials = ofRun.stream().map(WarmupRow::trialId).collect(Collectors.toSet());
            List<PassRow> passes =
                    PassSelection.filter(
                            remaining,
                            row ->
                                    PassSelection.isOf(row, runId)
                                            && trials.contains(row.place().trialId()));
            if (!passes.isEmpty()) {
                return new RunWarmup(passes, ofRun);
            }
            remaining = PassSelection.filter(remaining, row -> !PassSelection.isOf(row, runId));
        }
        throw new PlotException(
                "none of the %d passes has warm-up curves (warmup.csv beside the timings): measure some with `weft run`, without --cold and --warmup=0"
                        .formatted(rows.size()));
    }

    private static List<Panel> panels(List<WarmupCurve> curves, boolean logarithmic) {
        return Stream.of(
                        panel(
                                "CPU per upload, the JIT compilers' included",
                                curves,
                                Point::cpuMillis,
                                logarithmic,
                                ""),
                        panel(
                                "Wall time per upload",
                                curves,
                                point -> OptionalDouble.of(point.wallMillis()),
                                logarithmic,
                                ""),
                        // Linear, as compile time falls to 0, which has no logarithm.
                        panel(
                                "Compile time per upload, added up over the JIT compilers' threads",
                                curves,
                                Point::jitMillis,
                                false,
                                "uploads made in the JVM, in thousands"))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Returns the panel of a value; empty if no slice has it.
    private static Optional<Panel> panel(
            String title,
            List<WarmupCurve> curves,
            Function<Point, OptionalDouble> value,
            boolean logarithmic,
            String axisTitle) {
        double largest =
                curves.stream()
                        .flatMap(curve -> curve.points().stream())
                        .flatMap(List::stream)
                        .mapToDouble(Point::uploads)
                        .max()
                        .orElseThrow();
        UploadAxis axis = new UploadAxis(axisTitle, largest);
        List<WarmupSeries> series =
                curves.stream().map(curve -> new WarmupSeries(axis, curve, value)).toList();
        List<Double> values = series.stream().flatMap(WarmupSeries::values).toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        DoubleSummaryStatistics positive =
                values.stream()
                        .mapToDouble(Double::doubleValue)
                        .filter(one -> one > 0)
                        .summaryStatistics();
        double smallest = positive.getCount() == 0 ? 1 : positive.getMin();
        double greatest = positive.getCount() == 0 ? 1 : positive.getMax();
        return Optional.of(
                new Panel(
                        title,
                        axis,
                        "ms",
                        logarithmic
                                ? new ValueRange(smallest / HEADROOM, greatest * HEADROOM)
                                : new ValueRange(-MARGIN * greatest, greatest * (1 + MARGIN)),
                        logarithmic,
                        series,
                        Optional.empty()));
    }

    private static Heading heading(PassRow row, List<WarmupCurve> curves, PlotOptions options) {
        Terms terms = new Terms(row);
        List<String> parts = new ArrayList<>();
        terms.latency().ifPresent(parts::add);
        parts.add("%d uploads at once".formatted(row.contract().terms().poolSize()));
        int jvms = curves.stream().mapToInt(curve -> curve.jvms().size()).max().orElseThrow();
        parts.add(jvms == 1 ? "1 JVM a mode" : "%d JVMs a mode".formatted(jvms));
        return new Heading(
                options.title()
                        .orElseGet(
                                () ->
                                        "How long until a JVM is fast: %s to %s"
                                                .formatted(terms.files(), terms.server())),
                List.of(
                        String.join(SEPARATOR, parts),
                        curves.stream()
                                .map(WarmupCurve::summary)
                                .collect(Collectors.joining(SEPARATOR)),
                        key(curves, jvms)));
    }

    private static String key(List<WarmupCurve> curves, int jvms) {
        boolean undelayed =
                curves.stream()
                        .flatMap(curve -> curve.medians().stream())
                        .anyMatch(Point::undelayed);
        return (undelayed
                        ? "Line: the server answers without its latency. Large marks: with its latency, as in the passes."
                        : "Each mark: a slice of the warm-up.")
                + (jvms > 1 ? " Thick: median over JVMs; thin: single JVMs." : "")
                + (curves.stream().anyMatch(curve -> curve.steady().isPresent())
                        ? " Dotted: steady."
                        : "");
    }

    private static Optional<String> leftOut(List<PassRow> passes, List<PassRow> shown, int modes) {
        List<String> parts = new ArrayList<>();
        long others = trialCount(passes) - trialCount(shown);
        if (others > 0) {
            parts.add("JVMs of other sizes or concurrencies (%d)".formatted(others));
        }
        if (modes > 0) {
            parts.add("the sequential mode, whose warm-up is fixed");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    private static long trialCount(List<PassRow> rows) {
        return rows.stream().map(row -> row.place().trialId()).distinct().count();
    }
}
