package dev.weft.analysis;

import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.record.Ideal;
import dev.weft.record.Ideal.Bound;
import dev.weft.runjson.Calibration;
import dev.weft.stats.Makespan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Computes the ideal of each archive at each concurrency: the longest of the minimum times that
/// the resources allow.
///
/// - latency: the makespan of a greedy schedule of N draws from the calibrated service times on C
///   servers, see [Makespan];
/// - cpu: N times the CPU time of an upload in the mode with the least, client and embedded server
///   together, divided by the cores that they share;
/// - bandwidth: the bytes divided by the calibrated bandwidth, if that was measured with at least C
///   connections;
/// - unzip: the calibrated time of the unzip stage;
/// - rate: N divided by the uploads per second that the server allows, if known.
///
/// CPU time per upload comes from the warm passes of the run so far; before the first one, CPU is
/// left out. Not thread-safe.
public final class IdealTimes {
    private static final long SEED = 1;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Calibration calibration;
    private final int cores;
    private final OptionalDouble uploadsPerSecond;
    private final Map<Load, Makespan> makespans = new HashMap<>();
    private final Map<Load, Map<ModeName, CpuCost>> costs = new HashMap<>();

    private record Load(Path archive, int concurrency) {}

    private record CpuCost(double nanos, long uploads) {
        static final CpuCost NONE = new CpuCost(0, 0);

        CpuCost plus(double moreNanos, long moreUploads) {
            return new CpuCost(nanos + moreNanos, uploads + moreUploads);
        }

        double nanosPerUpload() {
            return nanos / uploads;
        }
    }

    /// Creates the ideals of a run before its first pass.
    ///
    /// @param cores number of cores of the client, shared with an embedded server
    /// @param uploadsPerSecond rate limit of the server; empty if unknown
    public IdealTimes(Calibration calibration, int cores, OptionalDouble uploadsPerSecond) {
        this.calibration = calibration;
        this.cores = cores;
        this.uploadsPerSecond = uploadsPerSecond;
    }

    /// Adds the CPU time of a warm pass.
    ///
    /// @param cpu CPU time of client and embedded server together
    /// @param uploads number of stored objects
    public void learn(Path archive, int concurrency, ModeName mode, Duration cpu, int uploads) {
        if (uploads > 0) {
            costs.computeIfAbsent(
                            new Load(archive, concurrency), _ -> new EnumMap<>(ModeName.class))
                    .merge(
                            mode,
                            CpuCost.NONE.plus((double) cpu.toNanos(), uploads),
                            (one, other) -> one.plus(other.nanos(), other.uploads()));
        }
    }

    /// Current ideal; empty if the archive was not calibrated.
    public Optional<Ideal> of(Path archive, ItemsSummary items, int concurrency) {
        return calibration
                .of(archive)
                .map(measured -> ideal(measured, items, new Load(archive, concurrency)));
    }

    private Ideal ideal(Calibration.OfArchive measured, ItemsSummary items, Load load) {
        Makespan makespan =
                makespans.computeIfAbsent(
                        load,
                        _ ->
                                Makespan.of(
                                        measured.serviceNanos().stream()
                                                .mapToLong(Long::longValue)
                                                .toArray(),
                                        items.files(),
                                        load.concurrency(),
                                        SEED));
        Map<Bound, Double> minimumNanos = new EnumMap<>(Bound.class);
        minimumNanos.put(Bound.LATENCY, makespan.median());
        minimumNanos.put(Bound.UNZIP, (double) measured.unzip().toNanos());
        cpuNanosPerUpload(load)
                .ifPresent(nanos -> minimumNanos.put(Bound.CPU, items.files() * nanos / cores));
        // More connections may reach a higher bandwidth.
        calibration
                .bandwidth()
                .filter(bandwidth -> bandwidth.connections() >= load.concurrency())
                .ifPresent(
                        bandwidth ->
                                minimumNanos.put(
                                        Bound.BANDWIDTH,
                                        NANOS_PER_SECOND
                                                * items.bytes()
                                                / bandwidth.bytesPerSecond()));
        uploadsPerSecond.ifPresent(
                rate -> minimumNanos.put(Bound.RATE, NANOS_PER_SECOND * items.files() / rate));
        return longest(minimumNanos, makespan);
    }

    private OptionalDouble cpuNanosPerUpload(Load load) {
        return costs.getOrDefault(load, Map.of()).values().stream()
                .mapToDouble(CpuCost::nanosPerUpload)
                .min();
    }

    /// Cuts the range of the makespan at the longest minimum time of the other resources.
    private static Ideal longest(Map<Bound, Double> minimumNanos, Makespan makespan) {
        Map.Entry<Bound, Double> longest =
                minimumNanos.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        double others =
                minimumNanos.entrySet().stream()
                        .filter(minimum -> minimum.getKey() != Bound.LATENCY)
                        .mapToDouble(Map.Entry::getValue)
                        .max()
                        .orElse(0);
        return new Ideal(
                nanos(longest.getValue()),
                nanos(Math.max(others, makespan.range().low())),
                nanos(Math.max(others, makespan.range().high())),
                longest.getKey());
    }

    private static Duration nanos(double nanos) {
        return Duration.ofNanos(Math.round(nanos));
    }
}
