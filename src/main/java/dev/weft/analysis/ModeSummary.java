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

/// What was measured of one mode in one setting.
///
/// The unit is the JVM: its passes are reduced to their median first, because they share all that a
/// JVM draws once, such as what its compilers chose.
///
/// @param ideal of the setting, one for all modes, as it was known at the end of the run; empty
///   where nothing was calibrated
/// @param rows every pass, in the order in which they were made
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

    /// The wall time in seconds: the geometric mean over JVMs with its 95% interval.
    public Optional<Estimate> wallSeconds(Phase phase) {
        return mean(wallSecondsByBlock(phase).values().stream());
    }

    /// Seconds from the start of a JVM to the end of its cold pass, likewise.
    public Optional<Estimate> processSeconds() {
        return mean(
                measured(Phase.COLD)
                        .flatMap(measures -> measures.process().stream())
                        .map(ModeSummary::seconds));
    }

    /// Uploads a second when warm, likewise.
    public Optional<Estimate> throughput() {
        return mean(secondsPerUploadByBlock().values().stream().map(seconds -> 1 / seconds));
    }

    /// The median wall time in seconds of each JVM, by the number of its block.
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

    /// Seconds for each upload when warm, by block: what compares settings of different sizes.
    public SortedMap<Integer, Double> secondsPerUploadByBlock() {
        SortedMap<Integer, Double> seconds = wallSecondsByBlock(Phase.WARM);
        seconds.replaceAll((_, wall) -> wall / setting.files());
        return seconds;
    }

    /// The median over warm passes of one of their percentiles.
    public OptionalDouble latencyMillis(ToLongFunction<LatencyPercentiles> percentile) {
        return medianOf(
                measured(Phase.WARM)
                        .flatMap(measures -> measures.latencies().stream())
                        .mapToDouble(
                                latencies -> percentile.applyAsLong(latencies) / NANOS_PER_MILLI));
    }

    /// CPU time of the client for an upload, over all warm passes together; empty where too few
    /// JVMs were steady for a statement on CPU.
    public OptionalDouble cpuMillisPerUpload() {
        return steadiness().isEnough()
                ? perUpload(row -> measures(row).usage().cpu().map(ModeSummary::millis))
                : OptionalDouble.empty();
    }

    /// How many JVMs were steady in their warm passes.
    public Steadiness steadiness() {
        return Steadiness.of(good(Phase.WARM).toList());
    }

    /// CPU time of the embedded server for an upload, likewise.
    public OptionalDouble serverCpuMillisPerUpload() {
        return perUpload(row -> row.reference().serverCpu().map(ModeSummary::millis));
    }

    /// Context switches of the client for an upload, likewise.
    public OptionalDouble switchesPerUpload() {
        return perUpload(
                row ->
                        measures(row)
                                .usage()
                                .switches()
                                .map(all -> (double) all.voluntary() + all.involuntary()));
    }

    /// The most memory that any JVM of this mode held, in bytes.
    public OptionalDouble peakRssBytes() {
        return rows.stream()
                .flatMap(row -> row.measures().stream())
                .flatMapToLong(measures -> measures.usage().peakRssBytes().stream())
                .mapToDouble(bytes -> bytes)
                .max();
    }

    /// How much of the CPU time of all cores client and embedded server took in warm passes, from 0
    /// to 1.
    public OptionalDouble busyShare() {
        return medianOf(
                good(Phase.WARM)
                        .flatMap(row -> CoreUtilization.of(row).stream())
                        .mapToDouble(CoreUtilization::share));
    }

    /// The ideal wall time as a share of the measured one: 1 is as good as can be.
    public OptionalDouble efficiency(Phase phase) {
        Optional<Estimate> wall = wallSeconds(phase);
        return ideal.isPresent() && wall.isPresent()
                ? OptionalDouble.of(seconds(ideal.get().wall()) / wall.get().value())
                : OptionalDouble.empty();
    }

    /// What carries the requests.
    public String httpClient() {
        return rows.getFirst().contract().httpClient();
    }

    /// How many passes of a phase there were, however they ended.
    public long passes(Phase phase) {
        return rows.stream().filter(row -> row.setting().phase() == phase).count();
    }

    /// Passes of a phase that ended well.
    public Stream<PassRow> good(Phase phase) {
        return rows.stream()
                .filter(ModeSummary::endedWell)
                .filter(row -> row.setting().phase() == phase);
    }

    /// What did not end well, each reason once with how often it happened.
    public List<String> complaints() {
        Map<String, List<PassRow>> alike =
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
        return alike.entrySet().stream()
                .map(entry -> which(entry.getValue()) + " " + entry.getKey())
                .toList();
    }

    private static String which(List<PassRow> passes) {
        return passes.size() == 1
                ? passes.getFirst().setting().phase().label() + " pass"
                : passes.size() + " passes";
    }

    /// Attempts that the server answered with 503 or 429, over all passes however they ended.
    public long throttled() {
        return told().mapToLong(all -> all.failureCounts().throttled().orElse(0)).sum();
    }

    /// Uploads that ended, likewise, stored or not.
    public long ended() {
        return told().mapToLong(all -> all.counts().stored() + all.counts().failed()).sum();
    }

    /// How many items failed with which code, likewise; most frequent first.
    public List<Failures> failures() {
        Map<String, Integer> items = new LinkedHashMap<>();
        told().flatMap(all -> all.failureCounts().failures().stream())
                .forEach(failed -> items.merge(failed.code(), failed.items(), Integer::sum));
        return FailureCounts.of(0, items).failures();
    }

    private Stream<PassMeasures> told() {
        return rows.stream().flatMap(row -> row.measures().stream());
    }

    private OptionalDouble perUpload(Function<PassRow, Optional<Double>> amount) {
        double sum = 0;
        long uploads = 0;
        for (PassRow row : good(Phase.WARM).toList()) {
            Optional<Double> of = amount.apply(row);
            if (of.isPresent()) {
                sum += of.get();
                uploads += measures(row).counts().stored();
            }
        }
        return uploads == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / uploads);
    }

    private Stream<PassMeasures> measured(Phase phase) {
        return good(phase).map(ModeSummary::measures);
    }

    /// Only of a row that ended well: it has them.
    private static PassMeasures measures(PassRow row) {
        return row.measures().orElseThrow();
    }

    /// Whether every item was stored and it took time.
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
