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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// How a mode gets fast: what an upload takes, by the number of uploads that its JVM had made.
///
/// @param checked whether the warm-up was to end in a steady state, and not after a fixed number
/// @param jvms the slices of each JVM in their order, at least one each
public record WarmupCurve(
        BenchmarkCase setting, ModeName mode, boolean checked, List<List<WarmupRow>> jvms) {
    /// The label of the policy that looks for a steady state.
    private static final String STEADY = WarmupPolicy.Steady.STANDARD.label();

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /// A slice, or the median of slices of several JVMs. Times are milliseconds per upload.
    ///
    /// @param uploads that the JVM had made at the end of the slice
    /// @param undelayed whether the server answered without its latency
    /// @param cpuMillis of the client's JVM, its JIT compilers included; empty where the platform
    ///   cannot tell
    /// @param jitMillis that the JIT compilers were busy; empty where the JVM does not record it
    public record Point(
            double uploads,
            boolean undelayed,
            OptionalDouble cpuMillis,
            double wallMillis,
            OptionalDouble jitMillis) {
        public Point {
            Objects.requireNonNull(cpuMillis);
            Objects.requireNonNull(jitMillis);
        }

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

        /// The medians of points of one kind, each for itself.
        private static Point median(List<Point> points) {
            return new Point(
                    medianOf(points, Point::uploads),
                    points.getFirst().undelayed(),
                    known(points.stream().map(Point::cpuMillis)),
                    medianOf(points, Point::wallMillis),
                    known(points.stream().map(Point::jitMillis)));
        }

        private static double medianOf(List<Point> points, ToDoubleFunction<Point> value) {
            return Quantiles.median(points.stream().mapToDouble(value).toArray());
        }

        private static OptionalDouble known(Stream<OptionalDouble> values) {
            double[] known = values.flatMapToDouble(OptionalDouble::stream).toArray();
            return known.length == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Quantiles.median(known));
        }
    }

    /// Where JVMs were called steady: medians over those that were.
    ///
    /// @param jvms how many were
    /// @param seconds of warm-up until then
    /// @param point the slice at whose end they were
    public record Steady(int jvms, double seconds, Point point) {}

    public WarmupCurve {
        Objects.requireNonNull(setting);
        jvms = jvms.stream().map(List::copyOf).toList();
    }

    /// The curves of a run, by setting and mode. A trial warms up with the largest of its archives,
    /// so its curve belongs to that setting.
    ///
    /// @param rows of the run; slices of a JVM that has none are left out
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
                    .map(own -> List.copyOf(own.values()))
                    .map(jvm -> of(row, jvm))
                    .ifPresent(
                            curve ->
                                    curves.computeIfAbsent(curve.setting(), _ -> new TreeMap<>())
                                            .merge(curve.mode(), curve, WarmupCurve::with));
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

    private WarmupCurve with(WarmupCurve other) {
        return new WarmupCurve(
                setting,
                mode,
                checked || other.checked(),
                Stream.concat(jvms.stream(), other.jvms().stream()).toList());
    }

    /// The slices of each JVM.
    public List<List<Point>> points() {
        return jvms.stream()
                .map(jvm -> jvm.stream().map(WarmupRow::slice).map(Point::of).toList())
                .toList();
    }

    /// The median over JVMs of their first slices, of their second ones and so on: those without
    /// the server's latency, then those with it. A slice that fewer than half of the JVMs made is
    /// left out: its median would be that of the slowest.
    public List<Point> medians() {
        List<Point> medians = new ArrayList<>();
        for (boolean undelayed : new boolean[] {true, false}) {
            List<List<Point>> alike =
                    points().stream()
                            .map(
                                    jvm ->
                                            jvm.stream()
                                                    .filter(one -> one.undelayed() == undelayed)
                                                    .toList())
                            .filter(jvm -> !jvm.isEmpty())
                            .toList();
            for (int slice = 0; ; slice++) {
                int place = slice;
                List<Point> made =
                        alike.stream()
                                .filter(jvm -> jvm.size() > place)
                                .map(jvm -> jvm.get(place))
                                .toList();
                if (made.isEmpty() || 2 * made.size() < alike.size()) {
                    break;
                }
                medians.add(Point.median(made));
            }
        }
        return medians;
    }

    /// Where JVMs were called steady; empty where none was.
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

    /// After how many uploads and seconds the mode is steady, such as `virtual: steady after 15,200
    /// uploads (17.3 s)`.
    public String summary() {
        return mode.label() + ": " + steady().map(this::reached).orElseGet(this::missed);
    }

    private String reached(Steady steady) {
        return "steady after %,.0f uploads (%s)%s"
                .formatted(
                        steady.point().uploads(),
                        FigureFormat.seconds(steady.seconds()),
                        steady.jvms() == jvms.size()
                                ? ""
                                : " in %d of %d JVMs".formatted(steady.jvms(), jvms.size()));
    }

    private String missed() {
        return (checked ? "not steady after %,.0f uploads" : "fixed warm-up up to %,.0f uploads")
                .formatted(medians().getLast().uploads());
    }
}
