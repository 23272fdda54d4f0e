package dev.weft.analysis;

import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.stats.Quantiles;
import dev.weft.stats.VarianceComponents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Estimates the variance between and within the JVMs of a mode when warm, and the best number of
/// passes per JVM. docs/method.md explains the figures.
///
/// Leaves out trials in weft's own JVM (`--forks=0`), because they share one JVM.
///
/// @param wall variance of the wall time; empty for fewer than 2 JVMs
/// @param cpu variance of the client's CPU time per upload; empty also if the platform does not
///   report it
/// @param costRatio duration of a JVM's start and warm-up, divided by that of a pass; empty unless
///   cold and repeated warm passes were measured
public record JvmVariance(
        Optional<VarianceComponents> wall,
        Optional<VarianceComponents> cpu,
        OptionalDouble costRatio) {
    private static final double NANOS_PER_SECOND = 1e9;

    /// Variance over the rows of a mode.
    public static JvmVariance of(ModeSummary summary) {
        return new JvmVariance(
                components(
                        summary, row -> row.measures().map(measures -> seconds(measures.wall()))),
                components(summary, JvmVariance::cpuPerUpload),
                costRatio(trials(summary.rows())));
    }

    /// Number of warm passes per JVM that gives the narrowest interval for the time of a run.
    /// Infinite if JVMs do not differ; empty if the cost ratio or the variance within JVMs is
    /// unknown.
    ///
    /// @param components `wall` or `cpu` of this mode
    public OptionalDouble passes(VarianceComponents components) {
        return costRatio.isPresent()
                ? components.bestLength(costRatio.getAsDouble())
                : OptionalDouble.empty();
    }

    private static Optional<VarianceComponents> components(
            ModeSummary summary, Function<PassRow, Optional<Double>> figure) {
        return VarianceComponents.of(
                trials(summary.good(Phase.WARM).toList()).stream()
                        .map(
                                passes ->
                                        passes.stream()
                                                .flatMap(row -> figure.apply(row).stream())
                                                .mapToDouble(Double::doubleValue)
                                                .toArray())
                        .toList());
    }

    private static Optional<Double> cpuPerUpload(PassRow row) {
        return row.measures()
                .filter(measures -> measures.counts().stored() > 0)
                .flatMap(
                        measures ->
                                measures.usage()
                                        .cpu()
                                        .filter(Duration::isPositive)
                                        .map(cpu -> seconds(cpu) / measures.counts().stored()));
    }

    /// Passes of each JVM, in order.
    private static Collection<List<PassRow>> trials(List<PassRow> rows) {
        return rows.stream()
                .filter(row -> row.place().forks() > 0)
                .sorted(Comparator.comparingInt(row -> row.place().pass()))
                .collect(
                        Collectors.groupingBy(
                                row -> row.place().trialId(),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values();
    }

    /// Divides two medians of times between the starts of passes: from the cold pass to the first
    /// warm one, and from one warm pass to the next. The second includes the passes of other zips
    /// that the JVM uploads in turn, because each further pass brings these too.
    private static OptionalDouble costRatio(Collection<List<PassRow>> trials) {
        List<Double> starts = new ArrayList<>();
        List<Double> passes = new ArrayList<>();
        for (List<PassRow> trial : trials) {
            List<PassRow> warm =
                    trial.stream().filter(row -> row.setting().phase() == Phase.WARM).toList();
            if (!warm.isEmpty() && trial.getFirst().setting().phase() == Phase.COLD) {
                starts.add(secondsBetween(trial.getFirst(), warm.getFirst()));
            }
            for (int next = 1; next < warm.size(); next++) {
                passes.add(secondsBetween(warm.get(next - 1), warm.get(next)));
            }
        }
        double ratio = median(starts) / median(passes);
        return ratio > 0 && Double.isFinite(ratio)
                ? OptionalDouble.of(ratio)
                : OptionalDouble.empty();
    }

    /// NaN if there are no values.
    private static double median(List<Double> values) {
        return values.isEmpty()
                ? Double.NaN
                : Quantiles.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double secondsBetween(PassRow first, PassRow second) {
        return seconds(Duration.between(first.place().startedAt(), second.place().startedAt()));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }
}
