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

/// The ideal of each archive at each concurrency: the longest of the times that no form of
/// concurrency can do anything about.
///
/// - latency: the makespan of a greedy schedule of N draws from the calibrated service times on C
///   servers, see [Makespan];
/// - cpu: N times the CPU time of an upload in the cheapest mode, client and embedded server
///   together, over the cores that they share;
/// - bandwidth: the bytes over the calibrated bandwidth, where that was measured over as many
///   connections;
/// - unzip: what the unzip stage alone took;
/// - rate: N over the uploads that the server allows in a second, where that is known.
///
/// What an upload costs in CPU is learned from warm passes while the run goes on; before the first
/// one the CPU bounds nothing. Not for several threads.
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

    /// Ideals of a run that has not begun.
    ///
    /// @param cores that client and, where it is weft's own, server share
    /// @param uploadsPerSecond that the server allows; empty where nobody knows
    public IdealTimes(Calibration calibration, int cores, OptionalDouble uploadsPerSecond) {
        this.calibration = calibration;
        this.cores = cores;
        this.uploadsPerSecond = uploadsPerSecond;
    }

    /// Learns from a warm pass what an upload costs.
    ///
    /// @param cpu that client and embedded server used
    /// @param uploads that were stored
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

    /// The ideal as far as it is known by now; empty where the archive was not calibrated.
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
        Map<Bound, Double> floors = new EnumMap<>(Bound.class);
        floors.put(Bound.LATENCY, makespan.median());
        floors.put(Bound.UNZIP, (double) measured.unzip().toNanos());
        cpuNanosPerUpload(load)
                .ifPresent(nanos -> floors.put(Bound.CPU, items.files() * nanos / cores));
        // More connections may have more bandwidth.
        calibration
                .bandwidth()
                .filter(bandwidth -> bandwidth.connections() >= load.concurrency())
                .ifPresent(
                        bandwidth ->
                                floors.put(
                                        Bound.BANDWIDTH,
                                        NANOS_PER_SECOND
                                                * items.bytes()
                                                / bandwidth.bytesPerSecond()));
        uploadsPerSecond.ifPresent(
                rate -> floors.put(Bound.RATE, NANOS_PER_SECOND * items.files() / rate));
        return longest(floors, makespan);
    }

    private OptionalDouble cpuNanosPerUpload(Load load) {
        return costs.getOrDefault(load, Map.of()).values().stream()
                .mapToDouble(CpuCost::nanosPerUpload)
                .min();
    }

    /// What lies below the longest of the others cannot be had either, so the range is cut there.
    private static Ideal longest(Map<Bound, Double> floors, Makespan makespan) {
        Map.Entry<Bound, Double> binding =
                floors.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        double others =
                floors.entrySet().stream()
                        .filter(floor -> floor.getKey() != Bound.LATENCY)
                        .mapToDouble(Map.Entry::getValue)
                        .max()
                        .orElse(0);
        return new Ideal(
                nanos(binding.getValue()),
                nanos(Math.max(others, makespan.range().low())),
                nanos(Math.max(others, makespan.range().high())),
                binding.getKey());
    }

    private static Duration nanos(double nanos) {
        return Duration.ofNanos(Math.round(nanos));
    }
}
