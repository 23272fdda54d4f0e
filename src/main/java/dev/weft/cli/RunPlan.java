package dev.weft.cli;

import dev.weft.plan.CalibrationSpec;
import dev.weft.plan.Forecast;
import dev.weft.plan.Interleaving;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.Target;
import dev.weft.record.PassRow;
import dev.weft.run.Remainder;
import java.util.ArrayList;
import java.util.List;

/// What an experiment does, against a target.
///
/// @param trials in their order, without what is done already
/// @param blocks of the whole experiment
record RunPlan(Target target, List<PlannedTrial> trials, int blocks, Archives archives) {
    RunPlan {
        trials = List.copyOf(trials);
    }

    /// The plan of all sides.
    ///
    /// @param archives of each side
    /// @param done rows of the same run that were recorded before
    static RunPlan of(
            List<Side> sides,
            List<Archives> archives,
            Target target,
            RunPlace place,
            List<PassRow> done) {
        List<List<PlannedTrial>> trials = new ArrayList<>();
        for (int side = 0; side < sides.size(); side++) {
            trials.add(sides.get(side).trials(target, archives.get(side), place));
        }
        List<PlannedTrial> all = Interleaving.of(trials, sides.getFirst().request().seed());
        return new RunPlan(
                target,
                new Remainder(done).of(all),
                all.getLast().block(),
                Archives.merged(archives));
    }

    /// What it sends and how long it takes.
    Forecast forecast() {
        Forecast forecast =
                Forecast.of(trials, archives::items, Runtime.getRuntime().availableProcessors());
        return target.kind() == Target.Kind.EMBEDDED
                ? forecast.after(EmbeddedTarget.WARMUP.time())
                : forecast;
    }

    /// What is to be calibrated for it.
    CalibrationSpec calibration() {
        PlannedTrial widest =
                trials.stream()
                        .max(
                                java.util.Comparator.comparingInt(
                                        trial -> trial.spec().contract().poolSize()))
                        .orElseThrow();
        return new CalibrationSpec(
                widest.spec().runId(),
                List.copyOf(archives.manifests().keySet()),
                widest.spec().contract().poolSize(),
                widest.spec().contract(),
                target);
    }
}
