package dev.weft.cli;

import dev.weft.plan.Phase;
import dev.weft.record.Latencies;
import dev.weft.record.Measures;
import dev.weft.record.PassRow;
import dev.weft.record.Status;
import dev.weft.stats.Spread;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The passes of one mode over one archive, summed up for a line of a table.
record PassGroup(List<PassRow> rows) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    PassGroup {
        rows = List.copyOf(rows);
    }

    /// The median wall time of a phase.
    OptionalDouble wallSeconds(Phase phase) {
        return median(walls(phase));
    }

    /// The shortest and the longest warm pass.
    String range() {
        return Spread.of(walls(Phase.WARM))
                .filter(spread -> spread.count() > 1)
                .map(
                        spread ->
                                "%s - %s"
                                        .formatted(
                                                Figures.digits(spread.minimum()),
                                                Figures.digits(spread.maximum())))
                .orElse("");
    }

    /// Uploads a second, of the median warm pass.
    OptionalDouble throughput() {
        return median(
                measured(Phase.WARM)
                        .mapToDouble(
                                measures -> measures.counts().stored() / seconds(measures.wall())));
    }

    /// The median over warm passes of one of their percentiles.
    OptionalDouble latencyMillis(ToLongFunction<Latencies> percentile) {
        return median(
                measured(Phase.WARM)
                        .flatMap(measures -> measures.latencies().stream())
                        .mapToDouble(
                                latencies -> percentile.applyAsLong(latencies) / NANOS_PER_MILLI));
    }

    /// CPU time of the client for an upload, over all warm passes: the clock's steps count less
    /// that way.
    OptionalDouble cpuMillisPerUpload() {
        double cpuNanos = 0;
        long uploads = 0;
        for (Measures measures : measured(Phase.WARM).toList()) {
            if (measures.usage().cpu().isPresent()) {
                cpuNanos += measures.usage().cpu().get().toNanos();
                uploads += measures.counts().stored();
            }
        }
        return uploads == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(cpuNanos / NANOS_PER_MILLI / uploads);
    }

    /// How many passes ended well, and of how many where that is not all.
    String passes() {
        long well = rows.stream().filter(PassGroup::endedWell).count();
        return well == rows.size() ? Long.toString(well) : well + " of " + rows.size();
    }

    /// What did not end well, each once with how often.
    List<String> complaints() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !endedWell(row))
                .map(
                        row ->
                                "%s pass %s: %s"
                                        .formatted(
                                                row.setting().phase().label(),
                                                row.ending().status().label(),
                                                row.ending().failure().orElse("")))
                .forEach(complaint -> counts.merge(complaint, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(
                        entry ->
                                entry.getValue() == 1
                                        ? entry.getKey()
                                        : entry.getValue() + " times: " + entry.getKey())
                .toList();
    }

    private double[] walls(Phase phase) {
        return measured(phase).mapToDouble(measures -> seconds(measures.wall())).toArray();
    }

    private Stream<Measures> measured(Phase phase) {
        return rows.stream()
                .filter(PassGroup::endedWell)
                .filter(row -> row.setting().phase() == phase)
                .flatMap(row -> row.measures().stream());
    }

    private static boolean endedWell(PassRow row) {
        return row.ending().status() == Status.OK;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }

    private static OptionalDouble median(DoubleStream values) {
        return median(values.toArray());
    }

    private static OptionalDouble median(double[] values) {
        Optional<Spread> spread = Spread.of(values);
        return spread.isPresent()
                ? OptionalDouble.of(spread.get().median())
                : OptionalDouble.empty();
    }
}
