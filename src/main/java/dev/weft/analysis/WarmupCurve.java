package dev.weft.analysis;

import dev.weft.plan.ModeName;
import dev.weft.plan.WarmupPolicy;
import dev.weft.record.PassRow;
import dev.weft.record.WarmupFile.WarmupRow;
import dev.weft.record.WarmupResult.WarmupSlice;
import dev.weft.stats.Quantiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Warm-up curve of a mode in a case: time per upload by the number of uploads that the JVM has
/// made.
///
/// @param checked whether the warm-up has a check for a steady state, instead of a fixed length
/// @param jvms slices of each JVM in order, at least one per JVM
public record WarmupCurve(
        BenchmarkCase setting, ModeName mode, boolean checked, List<List<WarmupRow>> jvms) {
    /// Label of the warm-up policy with a check for a steady state.
    private static final String STEADY = WarmupPolicy.Steady.STANDARD.label();

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /// A slice, or the median of slices of several JVMs. Times are milliseconds per upload.
    ///
    /// @param uploads number of uploads of the JVM up to the end of the slice
    /// @param undelayed whether the server answered without its latency
    /// @param cpuMillis CPU time of the client's JVM, JIT compilers included; empty if the platform
    ///   does not report it
    /// @param jitMillis time of the JIT compilers; empty if the JVM does not report it
    public record Point(
            double uploads,
            boolean undelayed,
            OptionalDouble cpuMillis,
            double wallMillis,
            OptionalDouble jitMillis) {
        private static Point of(WarmupSlice slice) {
            return new Point(
                    slice.totalUploads(),
                    slice.undelayed(),
                    slice.cpu().map(cpu -> each(cpu, slice)).orElse(OptionalDouble.empty()),
                    each(slice.wall(), slice).getAsDouble(),
                    slice.compilation()
                            .map(jit -> each(jit, slice))
                            .orElse(OptionalDouble.empty()));
        }

        private static OptionalDouble each(Duration time, WarmupSlice slice) {
            return OptionalDouble.of(time.toNanos() / NANOS_PER_MILLI / slice.uploads());
        }

        /// Median of each component. The points have the same value of `undelayed`.
        private static Point median(List<Point> points) {
            return new Point(
                    medianOf(points, Point::uploads),
                    points.getFirst().undelayed(),
                    medianOf(points.stream().map(Point::cpuMillis)),
                    medianOf(points, Point::wallMillis),
                    medianOf(points.stream().map(Point::jitMillis)));
        }

        private static double medianOf(List<Point> points, ToDoubleFunction<Point> value) {
            return Quantiles.median(points.stream().mapToDouble(value).toArray());
        }

        private static OptionalDouble medianOf(Stream<OptionalDouble> values) {
            double[] known = values.flatMapToDouble(OptionalDouble::stream).toArray();
            return known.length == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Quantiles.median(known));
        }
    }

    /// The start of the steady state: medians over the JVMs that reached it.
    ///
    /// @param jvms number of JVMs that reached it
    /// @param seconds duration of the warm-up until then
    /// @param point the slice at whose end the JVM was steady
    public record Steady(int jvms, double seconds, Point point) {}

    public WarmupCurve {
        jvms = jvms.stream().map(List::copyOf).toList();
    }

    /// Curves of a run, ordered by case and mode. A trial warms up with the largest of its
    /// archives, so its curve belongs to the case of that archive.
    ///
    /// @param rows passes of the run
    /// @param slices slices of the run; those of JVMs without a pass are left out
    public static List<WarmupCurve> of(List<PassRow> rows, List<WarmupRow> slices) {
        Map<String, TreeMap<Integer, WarmupRow>> trials = new HashMap<>();
        slices.stream()
                .filter(row -> row.slice().uploads() > 0)
                .forEach(
                        row ->
                                trials.computeIfAbsent(row.trialId(), _ -> new TreeMap<>())
                                        .put(row.slice().number(), row));
        Map<BenchmarkCase, Map<ModeName, WarmupCurve>> curves = new TreeMap<>();
        List<PassRow> largestFirst =
                rows.stream()
                        .sorted(
                                Comparator.comparingLong(
                                                (PassRow row) -> row.setting().items().files())
                                        .thenComparingLong(row -> row.setting().items().bytes())
                                        .reversed())
                        .toList();
        for (PassRow row : largestFirst) {
            Optional.ofNullable(trials.remove(row.place().trialId()))
                    .map(jvm -> List.copyOf(jvm.values()))
                    .map(jvm -> of(row, jvm))
                    .ifPresent(
                            curve ->
                                    curves.computeIfAbsent(curve.setting(), _ -> new TreeMap<>())
                                            .merge(curve.mode(), curve, WarmupCurve::merge));
        }
        return curves.values().stream().flatMap(modes -> modes.values().stream()).toList();
    }

    private static WarmupCurve of(PassRow row, List<WarmupRow> jvm) {
        return new WarmupCurve(
                BenchmarkCase.of(row),
                row.setting().mode(),
                row.setting().warmup().policy().equals(STEADY),
                List.of(jvm));
    }

    private WarmupCurve merge(WarmupCurve other) {
        return new WarmupCurve(
                setting,
                mode,
                checked || other.checked(),
                Stream.concat(jvms.stream(), other.jvms().stream()).toList());
    }

    /// Points of each JVM, one per slice.
    public List<List<Point>> points() {
        return jvms.stream()
                .map(jvm -> jvm.stream().map(WarmupRow::slice).map(Point::of).toList())
                .toList();
    }

    /// Medians over JVMs of the first slices, the second slices and so on: first those without the
    /// server's latency, then those with it. Leaves out a position that fewer than half of the JVMs
    /// reached, because its median would describe only the JVMs with the longest warm-up.
    public List<Point> medians() {
        List<Point> medians = new ArrayList<>();
        for (boolean undelayed : new boolean[] {true, false}) {
            List<List<Point>> slicesByJvm =
                    points().stream()
                            .map(
                                    jvm ->
                                            jvm.stream()
                                                    .filter(one -> one.undelayed() == undelayed)
                                                    .toList())
                            .filter(jvm -> !jvm.isEmpty())
                            .toList();
            for (int next = 0; ; next++) {
                int position = next;
                List<Point> points =
                        slicesByJvm.stream()
                                .filter(jvm -> jvm.size() > position)
                                .map(jvm -> jvm.get(position))
                                .toList();
                if (points.isEmpty() || 2 * points.size() < slicesByJvm.size()) {
                    break;
                }
                medians.add(Point.median(points));
            }
        }
        return medians;
    }

    /// Start of the steady state; empty if no JVM reached it.
    public Optional<Steady> steady() {
        List<Point> points = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        for (List<WarmupRow> jvm : jvms) {
            double sum = 0;
            for (WarmupRow row : jvm) {
                sum += row.slice().wall().toNanos() / NANOS_PER_SECOND;
                if (row.steady()) {
                    points.add(Point.of(row.slice()));
                    seconds.add(sum);
                    break;
                }
            }
        }
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Steady(
                                points.size(),
                                Quantiles.median(
                                        seconds.stream().mapToDouble(Double::valueOf).toArray()),
                                Point.median(points)));
    }

    /// Uploads and seconds until the steady state, such as `virtual: steady after 15,200 uploads
    /// (17.3 s)`.
    public String summary() {
        return mode.label() + ": " + steady().map(this::steadyText).orElseGet(this::notSteadyText);
    }

    private String steadyText(Steady steady) {
        return "steady after %,.0f uploads (%s)%s"
                .formatted(
                        steady.point().uploads(),
                        FigureFormat.seconds(steady.seconds()),
                        steady.jvms() == jvms.size()
                                ? ""
                                : " in %d of %d JVMs".formatted(steady.jvms(), jvms.size()));
    }

    private String notSteadyText() {
        return (checked ? "not steady after %,.0f uploads" : "fixed warm-up up to %,.0f uploads")
                .formatted(medians().getLast().uploads());
    }
}
