package dev.weft.session;

import dev.weft.plan.ItemsSummary;
import dev.weft.plan.KeyPrefixes;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.TrialSpec;
import dev.weft.plan.WarmupPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Plans the trials of a diagnosis: one for each mode, at its largest concurrency and with its
/// largest zip.
///
/// @param items description of each zip in the results
/// @param warmup warm-up policy of the measured trials
/// @param timings timings file of the diagnosis
record DiagnosticPlan(Function<Path, ItemsSummary> items, WarmupPolicy warmup, Path timings) {
    /// Number of warm passes. The sequential mode makes one, as in measured trials.
    private static final int WARM_PASSES = 3;

    /// Returns the trials in the order of the modes.
    ///
    /// @param measured trials of the experiment
    List<PlannedTrial> trials(List<PlannedTrial> measured) {
        TreeMap<ModeName, PlannedTrial> largest = new TreeMap<>();
        measured.forEach(
                trial ->
                        largest.merge(
                                trial.spec().mode(),
                                trial,
                                (one, other) -> poolSize(other) > poolSize(one) ? other : one));
        List<PlannedTrial> trials = new ArrayList<>();
        largest.values()
                .forEach(
                        trial ->
                                trials.add(
                                        trial(
                                                trial.spec(),
                                                largest(measured, trial.spec()),
                                                trials.size() + 1)));
        return trials;
    }

    private static int poolSize(PlannedTrial trial) {
        return trial.spec().contract().poolSize();
    }

    private PassSpec largest(List<PlannedTrial> measured, TrialSpec like) {
        return measured.stream()
                .filter(trial -> trial.spec().mode() == like.mode())
                .filter(trial -> poolSize(trial) == like.contract().poolSize())
                .flatMap(trial -> trial.passes().stream())
                .max(
                        Comparator.comparingInt((PassSpec pass) -> items(pass).files())
                                .thenComparingLong(pass -> items(pass).bytes()))
                .orElseThrow();
    }

    private ItemsSummary items(PassSpec pass) {
        return items.apply(pass.archive());
    }

    private PlannedTrial trial(TrialSpec like, PassSpec largest, int order) {
        TrialSpec spec =
                new TrialSpec(
                        like.runId(),
                        "diagnose-" + like.mode().label(),
                        like.side(),
                        like.mode(),
                        like.concurrency(),
                        like.contract(),
                        like.tolerance(),
                        like.target(),
                        timings.toAbsolutePath());
        return new PlannedTrial(spec, 1, order, 1, passes(spec, largest));
    }

    private List<PassSpec> passes(TrialSpec spec, PassSpec largest) {
        List<PassSpec> passes = new ArrayList<>();
        passes.add(pass(spec, 1, Phase.COLD, largest));
        WarmupPolicy own = warmup.of(spec.mode(), spec.target());
        if (own.mostUploads() > 0) {
            passes.add(
                    new PassSpec(
                            0,
                            Phase.WARMUP,
                            largest.archive(),
                            largest.limits(),
                            prefix(spec, KeyPrefixes.WARM_UP),
                            Optional.of(own)));
        }
        int warm = spec.mode() == ModeName.SEQUENTIAL ? 1 : WARM_PASSES;
        for (int number = 2; number < 2 + warm; number++) {
            passes.add(pass(spec, number, Phase.WARM, largest));
        }
        return passes;
    }

    private static PassSpec pass(TrialSpec spec, int number, Phase phase, PassSpec largest) {
        return new PassSpec(
                number,
                phase,
                largest.archive(),
                largest.limits(),
                prefix(spec, Integer.toString(number)),
                Optional.empty());
    }

    private static String prefix(TrialSpec spec, String pass) {
        return "weft/%s/%s/%s/".formatted(spec.runId(), spec.trialId(), pass);
    }
}
