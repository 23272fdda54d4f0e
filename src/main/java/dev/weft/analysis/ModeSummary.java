package dev.weft.analysis;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.FailureCounts;
import dev.weft.record.FailureCounts.Failures;
import dev.weft.record.Ideal;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassMeasures.LatencyPercentiles;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.stats.Estimate;
import dev.weft.stats.GeometricMean;
import dev.weft.stats.Quantiles;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Summarizes the measurements of one mode in one case.
///
/// The statistical unit is the JVM: the passes of a JVM are first reduced to their median. They
/// share the random choices of that JVM, such as those of its compilers.
///
/// @param ideal ideal of the case at the end of the run, the same for all modes; empty without a
///   calibration
/// @param rows all passes, in the order of measurement
public record ModeSummary(
        BenchmarkCase setting, ModeName mode, Optional<Ideal> ideal, List<PassRow> rows) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    public ModeSummary {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured of " + mode);
        }
    }

    /// Wall time in seconds: geometric mean over JVMs with its 95% interval.
    public Optional<Estimate> wallSeconds(Phase phase) {
        return mean(wallSecondsByBlock(phase).values().stream());
    }

    /// Seconds from the start of a JVM to the end of its cold pass: geometric mean over cold passes
    /// with its 95% interval.
    public Optional<Estimate> processSeconds() {
        return mean(
                goodMeasures(Phase.COLD)
                        .flatMap(measures -> measures.process().stream())
                        .map(ModeSummary::seconds));
    }

    /// Uploads per second when warm: geometric mean over JVMs with its 95% interval.
    public Optional<Estimate> throughput() {
        return mean(secondsPerUploadByBlock().values().stream().map(seconds -> 1 / seconds));
    }

    /// Median wall time in seconds of each JVM, by block number.
    public SortedMap<Integer, Double> wallSecondsByBlock(Phase phase) {
        Map<Integer, List<Double>> walls =
                good(phase)
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.place().block(),
                                        Collectors.mapping(
                                                row -> seconds(measures(row).wall()),
                                                Collectors.toList())));
        SortedMap<Integer, Double> medians = new TreeMap<>();
        walls.forEach((block, seconds) -> medians.put(block, median(seconds)));
        return medians;
    }

    /// Seconds per upload when warm, by block. Makes cases of different sizes comparable.
    public SortedMap<Integer, Double> secondsPerUploadByBlock() {
        SortedMap<Integer, Double> seconds = wallSecondsByBlock(Phase.WARM);
        seconds.replaceAll((_, wall) -> wall / setting.files());
        return seconds;
    }

    /// Median over warm passes of one latency percentile, in milliseconds.
    public OptionalDouble latencyMillis(ToLongFunction<LatencyPercentiles> percentile) {
        return medianOf(
                goodMeasures(Phase.WARM)
                        .flatMap(measures -> measures.latencies().stream())
                        .mapToDouble(
                                latencies -> percentile.applyAsLong(latencies) / NANOS_PER_MILLI));
    }

    /// CPU time of the client per upload in milliseconds, over all warm passes together. Empty if
    /// too few JVMs were steady.
    public OptionalDouble cpuMillisPerUpload() {
        return steadiness().isEnough()
                ? perUpload(row -> measures(row).usage().cpu().map(ModeSummary::millis))
                : OptionalDouble.empty();
    }

    /// Steadiness of the JVMs in their warm passes.
    public Steadiness steadiness() {
        return Steadiness.of(good(Phase.WARM).toList());
    }

    /// CPU time of the embedded server per upload in milliseconds, over all warm passes together.
    public OptionalDouble serverCpuMillisPerUpload() {
        return perUpload(row -> row.reference().serverCpu().map(ModeSummary::millis));
    }

    /// Context switches of the client per upload, over all warm passes together.
    public OptionalDouble switchesPerUpload() {
        return perUpload(
                row ->
                        measures(row)
                                .usage()
                                .switches()
                                .map(counts -> (double) counts.voluntary() + counts.involuntary()));
    }

    /// Largest resident memory of any JVM of this mode, in bytes.
    public OptionalDouble peakRssBytes() {
        return rows.stream()
                .flatMap(row -> row.measures().stream())
                .flatMapToLong(measures -> measures.usage().peakRssBytes().stream())
                .mapToDouble(bytes -> bytes)
                .max();
    }

    /// Share of the CPU time of all cores that client and embedded server used together, from 0 to
    /// 1. Median over warm passes.
    public OptionalDouble busyShare() {
        return medianOf(
                good(Phase.WARM)
                        .flatMap(row -> CoreUtilization.of(row).stream())
                        .mapToDouble(CoreUtilization::share));
    }

    /// Efficiency: ideal divided by wall time.
    public OptionalDouble efficiency(Phase phase) {
        Optional<Estimate> wall = wallSeconds(phase);
        return ideal.isPresent() && wall.isPresent()
                ? OptionalDouble.of(seconds(ideal.get().wall()) / wall.get().value())
                : OptionalDouble.empty();
    }

    /// Name of the HTTP client.
    public String httpClient() {
        return rows.getFirst().contract().httpClient();
    }

    /// Number of passes of a phase, failed ones included.
    public long passes(Phase phase) {
        return rows.stream().filter(row -> row.setting().phase() == phase).count();
    }

    /// Successful passes of a phase, see [#endedWell].
    public Stream<PassRow> good(Phase phase) {
        return rows.stream()
                .filter(ModeSummary::endedWell)
                .filter(row -> row.setting().phase() == phase);
    }

    /// Reasons of failed passes, each with the number of passes.
    public List<String> complaints() {
        Map<String, List<PassRow>> passesByReason =
                rows.stream()
                        .filter(row -> !endedWell(row))
                        .collect(
                                Collectors.groupingBy(
                                        row ->
                                                "%s: %s"
                                                        .formatted(
                                                                row.ending().status().label(),
                                                                row.ending().failure().orElse("")),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return passesByReason.entrySet().stream()
                .map(entry -> passesLabel(entry.getValue()) + " " + entry.getKey())
                .toList();
    }

    private static String passesLabel(List<PassRow> passes) {
        return passes.size() == 1
                ? passes.getFirst().setting().phase().label() + " pass"
                : passes.size() + " passes";
    }

    /// Number of attempts that the server answered with 503 or 429, failed passes included.
    public long throttled() {
        return allMeasures()
                .mapToLong(measures -> measures.failureCounts().throttled().orElse(0))
                .sum();
    }

    /// Number of stored and failed uploads, failed passes included.
    public long ended() {
        return allMeasures()
                .map(PassMeasures::counts)
                .mapToLong(counts -> counts.stored() + counts.failed())
                .sum();
    }

    /// Number of failed items by error code, failed passes included; most frequent first.
    public List<Failures> failures() {
        Map<String, Integer> items = new LinkedHashMap<>();
        allMeasures()
                .flatMap(measures -> measures.failureCounts().failures().stream())
                .forEach(failed -> items.merge(failed.code(), failed.items(), Integer::sum));
        return FailureCounts.of(0, items).failures();
    }

    private Stream<PassMeasures> allMeasures() {
        return rows.stream().flatMap(row -> row.measures().stream());
    }

    private OptionalDouble perUpload(Function<PassRow, Optional<Double>> amount) {
        double sum = 0;
        long uploads = 0;
        for (PassRow row : good(Phase.WARM).toList()) {
            Optional<Double> value = amount.apply(row);
            if (value.isPresent()) {
                sum += value.get();
                uploads += measures(row).counts().stored();
            }
        }
        return uploads == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / uploads);
    }

    private Stream<PassMeasures> goodMeasures(Phase phase) {
        return good(phase).map(ModeSummary::measures);
    }

    /// Measures of a successful pass, which always has them.
    private static PassMeasures measures(PassRow row) {
        return row.measures().orElseThrow();
    }

    /// Whether the pass has the status OK and a positive wall time.
    static boolean endedWell(PassRow row) {
        return row.ending().status() == PassStatus.OK
                && row.measures().filter(measures -> measures.wall().isPositive()).isPresent();
    }

    private static Optional<Estimate> mean(Stream<Double> values) {
        return GeometricMean.of(values.mapToDouble(Double::doubleValue).toArray());
    }

    private static double median(List<Double> values) {
        return Quantiles.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static OptionalDouble medianOf(DoubleStream values) {
        double[] all = values.toArray();
        return all.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantiles.median(all));
    }

    private static double millis(Duration time) {
        return time.toNanos() / NANOS_PER_MILLI;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }
}
