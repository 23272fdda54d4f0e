package dev.weft.session;

import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.WarmupPolicy;
import dev.weft.text.Table;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Prints the trials of a dry run as a table, in execution order.
///
/// The table of a comparison has a column for the variant.
record PlanTable(List<PlannedTrial> trials, Archives archives) {
    private static final List<String> HEADER =
            List.of("block", "order", "mode", "at once", "cold", "warm-up", "warm passes");

    /// Left-aligned columns.
    private static final Set<String> LEFT_ALIGNED = Set.of("side", "mode", "cold", "warm passes");

    PlanTable {
        trials = List.copyOf(trials);
    }

    void print(PrintWriter out) {
        boolean comparison = trials.stream().anyMatch(trial -> trial.spec().side().isPresent());
        List<List<String>> lines = new ArrayList<>();
        lines.add(withVariant(comparison, "side", HEADER));
        trials.forEach(
                trial ->
                        lines.add(
                                withVariant(
                                        comparison, trial.spec().side().orElse(""), line(trial))));
        new Table(lines, LEFT_ALIGNED, List.of()).text(OptionalInt.empty()).forEach(out::println);
        out.flush();
    }

    private static List<String> withVariant(boolean comparison, String variant, List<String> line) {
        return comparison ? Stream.concat(Stream.of(variant), line.stream()).toList() : line;
    }

    private List<String> line(PlannedTrial trial) {
        return List.of(
                Integer.toString(trial.block()),
                Integer.toString(trial.order()),
                trial.spec().mode().label(),
                Integer.toString(trial.spec().concurrency()),
                passes(trial, Phase.COLD),
                trial.passes().stream()
                        .flatMap(pass -> pass.warmup().stream())
                        .map(WarmupPolicy::label)
                        .collect(Collectors.joining()),
                passes(trial, Phase.WARM));
    }

    private String passes(PlannedTrial trial, Phase phase) {
        Map<Path, Integer> counts = new LinkedHashMap<>();
        for (PassSpec pass : trial.passes()) {
            if (pass.phase() == phase) {
                counts.merge(pass.archive(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(
                        entry ->
                                (entry.getValue() == 1 ? "" : entry.getValue() + " x ")
                                        + archives.items(entry.getKey()).archive())
                .collect(Collectors.joining(", "));
    }
}
