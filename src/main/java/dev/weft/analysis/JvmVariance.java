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

/// How much the JVMs of a mode differ when warm, how much the passes of one JVM do, and how many
/// passes a JVM should make. docs/method.md explains the figures.
///
/// Trials in weft's own JVM (`--forks=0`) are left out: they share one JVM.
///
/// @param wall of the wall time; empty for fewer than 2 JVMs
/// @param cpu of the client's CPU time for an upload; empty also where the platform cannot tell
/// @param costRatio the cost of a JVM in costs of a pass; empty where no JVM made a cold pass and 2
///   warm ones
public record JvmVariance(
        Optional<VarianceComponents> wall,
        Optional<VarianceComponents> cpu,
        OptionalDouble costRatio) {
    private static final double NANOS_PER_SECOND = 1e9;

    /// What the rows of a mode show.
    public static JvmVariance of(ModeSummary summary) {
        return new JvmVariance(
                components(
                        summary, row -> row.measures().map(measures -> seconds(measures.wall()))),
                components(summary, JvmVariance::cpuPerUpload),
                costRatio(trials(summary.rows())));
    }

    /// How many warm passes a JVM should make for the narrowest interval that the time of a run
    /// allows. Infinite where JVMs do not differ; empty where costs or components are unknown.
    ///
    /// @param components of this mode
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

    /// The passes of each JVM, in their order.
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

    /// The median time from the start of a JVM's cold pass to that of its first warm pass, by the
    /// median time from the start of a warm pass to that of the next. A JVM that uploads several
    /// zips in turn makes a pass of each in that time: a further pass costs as much.
    private static OptionalDouble costRatio(Collection<List<PassRow>> trials) {
        List<Double> jvms = new ArrayList<>();
        List<Double> passes = new ArrayList<>();
        for (List<PassRow> trial : trials) {
            List<PassRow> warm =
                    trial.stream().filter(row -> row.setting().phase() == Phase.WARM).toList();
            if (!warm.isEmpty() && trial.getFirst().setting().phase() == Phase.COLD) {
                jvms.add(secondsBetween(trial.getFirst(), warm.getFirst()));
            }
            for (int next = 1; next < warm.size(); next++) {
                passes.add(secondsBetween(warm.get(next - 1), warm.get(next)));
            }
        }
        double ratio = median(jvms) / median(passes);
        return ratio > 0 && Double.isFinite(ratio)
                ? OptionalDouble.of(ratio)
                : OptionalDouble.empty();
    }

    /// Not a number for none.
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
