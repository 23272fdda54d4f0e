package dev.weft.plot;

import dev.weft.analysis.WarmupCurve;
import dev.weft.analysis.WarmupCurve.Point;
import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import dev.weft.record.RecordException;
import dev.weft.record.WarmupRow;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A picture of warm-ups: CPU, wall time and compilation per upload against uploads made in the
/// JVM, a line for each mode, and where weft called the JVMs steady.
public final class WarmupPlot {
    private static final String SEPARATOR = " \u00b7 ";

    /// What is left free around values on a logarithmic axis, as a factor.
    private static final double HEADROOM = 1.2;

    /// What is left free below 0 and above the greatest value, as a part of that: marks at 0 are
    /// whole.
    private static final double FOOT = 0.06;

    /// Where a picture takes the slices of warm-ups from.
    @FunctionalInterface
    public interface Slices {
        /// Those of a run; none where it left no warm-up curves.
        ///
        /// @throws RecordException when there are some that cannot be read
        List<WarmupRow> of(String runId) throws RecordException;
    }

    /// The passes of JVMs whose warm-up is known, and all slices of their run.
    private record Warmed(List<PassRow> passes, List<WarmupRow> slices) {}

    private WarmupPlot() {}

    /// Draws the newest run whose warm-up curves are there, in one setting. The sequential mode is
    /// left out beside others: it is a baseline with a fixed warm-up, 10 to 30 times slower.
    ///
    /// @param rows all rows of a file, in any order
    /// @throws PlotException when there is no such run, or Java cannot draw on this machine
    /// @throws RecordException when warm-up curves cannot be read
    public static Picture of(
            List<PassRow> rows, Slices slices, WeaveChoice choice, PlotOptions options)
            throws PlotException, RecordException {
        Warmed warmed = warmed(PassSelection.ofRun(rows, options.run()), slices);
        WeaveSelection.Kind kind = WeaveSelection.kind(warmed.passes(), choice, "warm-up curves");
        List<PassRow> shown =
                PassSelection.filter(warmed.passes(), row -> WeaveSelection.Kind.of(row).equals(kind));
        List<WarmupCurve> all = WarmupCurve.of(shown, warmed.slices());
        List<WarmupCurve> concurrent =
                all.stream().filter(curve -> curve.mode() != ModeName.SEQUENTIAL).toList();
        List<WarmupCurve> curves = concurrent.isEmpty() ? all : concurrent;
        return new Picture(
                new Sheet(
                        heading(shown.getFirst(), curves, options),
                        List.of(new PanelColumn(panels(curves, options.logarithmic()))),
                        false),
                options,
                leftOut(warmed.passes(), shown, all.size() - curves.size()));
    }

    private static Warmed warmed(List<PassRow> rows, Slices slices)
            throws PlotException, RecordException {
        List<PassRow> left = rows;
        while (!left.isEmpty()) {
            String runId = PassSelection.newest(left).place().runId();
            List<WarmupRow> ofRun = slices.of(runId);
            Set<String> trials = ofRun.stream().map(WarmupRow::trialId).collect(Collectors.toSet());
            List<PassRow> passes =
                    PassSelection.filter(
                            left,
                            row ->
                                    PassSelection.isOf(row, runId)
                                            && trials.contains(row.place().trialId()));
            if (!passes.isEmpty()) {
                return new Warmed(passes, ofRun);
            }
            left = PassSelection.filter(left, row -> !PassSelection.isOf(row, runId));
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
                        // It falls to 0, which has no logarithm.
                        panel(
                                "Compile time per upload, added up over the JIT compilers' threads",
                                curves,
                                Point::jitMillis,
                                false,
                                "uploads made in the JVM, in thousands"))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Empty where the value is not known of any slice.
    private static Optional<Panel> panel(
            String title,
            List<WarmupCurve> curves,
            Function<Point, OptionalDouble> value,
            boolean logarithmic,
            String axisTitle) {
        double most =
                curves.stream()
                        .flatMap(curve -> curve.points().stream())
                        .flatMap(List::stream)
                        .mapToDouble(Point::uploads)
                        .max()
                        .orElseThrow();
        UploadAxis axis = new UploadAxis(axisTitle, most);
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
        double least = positive.getCount() == 0 ? 1 : positive.getMin();
        double greatest = positive.getCount() == 0 ? 1 : positive.getMax();
        return Optional.of(
                new Panel(
                        title,
                        axis,
                        "ms",
                        logarithmic
                                ? new ValueRange(least / HEADROOM, greatest * HEADROOM)
                                : new ValueRange(-FOOT * greatest, greatest * (1 + FOOT)),
                        logarithmic,
                        series,
                        Optional.empty()));
    }

    private static Heading heading(PassRow row, List<WarmupCurve> curves, PlotOptions options) {
        Terms terms = new Terms(row);
        List<String> parts = new ArrayList<>();
        terms.latency().ifPresent(parts::add);
        parts.add("%d uploads at once".formatted(row.contract().terms().poolSize()));
        int most = curves.stream().mapToInt(curve -> curve.jvms().size()).max().orElseThrow();
        parts.add(most == 1 ? "1 JVM a mode" : "%d JVMs a mode".formatted(most));
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
                        key(curves, most)));
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
        long others = trials(passes) - trials(shown);
        if (others > 0) {
            parts.add("JVMs of other sizes or concurrencies (%d)".formatted(others));
        }
        if (modes > 0) {
            parts.add("the sequential mode, whose warm-up is fixed");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    private static long trials(List<PassRow> rows) {
        return rows.stream().map(row -> row.place().trialId()).distinct().count();
    }
}
