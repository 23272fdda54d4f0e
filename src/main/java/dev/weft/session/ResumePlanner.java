package dev.weft.session;

import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.TrialSpec;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Plans the remaining trials of an interrupted experiment.
///
/// A recorded pass is complete unless it was interrupted. A partly complete trial resumes in a new
/// JVM with a new id: with a new warm-up, and without a second cold pass.
public final class ResumePlanner {
    private static final String ID_SUFFIX = "-again";
    private static final Pattern ID_SUFFIX_PATTERN = Pattern.compile(ID_SUFFIX + "\\d+$");

    private record Done(String trialId, int pass) {}

    private final Set<Done> done;
    private final Set<String> trialIds;

    /// Creates a planner from the results of the run.
    ///
    /// @param recorded all rows of the run
    public ResumePlanner(List<PassRow> recorded) {
        done =
                recorded.stream()
                        .filter(row -> row.ending().status() != PassStatus.INTERRUPTED)
                        .map(row -> new Done(originalId(row.place().trialId()), row.place().pass()))
                        .collect(Collectors.toSet());
        trialIds =
                recorded.stream()
                        .map(row -> row.place().trialId())
                        .collect(Collectors.toCollection(HashSet::new));
    }

    /// Trials with remaining passes, in their order.
    public List<PlannedTrial> of(List<PlannedTrial> trials) {
        List<PlannedTrial> remaining = new ArrayList<>();
        for (PlannedTrial trial : trials) {
            // The first remaining trial may have been running when weft was killed. It then has
            // timings without a row.
            remainder(trial, remaining.isEmpty() && !done.isEmpty()).ifPresent(remaining::add);
        }
        return remaining;
    }

    private Optional<PlannedTrial> remainder(PlannedTrial trial, boolean mayHaveStarted) {
        List<PassSpec> measured =
                trial.passes().stream()
                        .filter(pass -> pass.phase() != Phase.WARMUP)
                        .filter(pass -> !isDone(trial, pass))
                        .toList();
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        boolean warm = measured.stream().anyMatch(pass -> pass.phase() == Phase.WARM);
        List<PassSpec> passes =
                trial.passes().stream()
                        .filter(
                                pass ->
                                        pass.phase() == Phase.WARMUP
                                                ? warm
                                                : measured.contains(pass))
                        .toList();
        return Optional.of(
                new PlannedTrial(
                        resumedSpec(trial.spec(), mayHaveStarted),
                        trial.block(),
                        trial.order(),
                        trial.repetition(),
                        passes));
    }

    private boolean isDone(PlannedTrial trial, PassSpec pass) {
        return done.contains(new Done(trial.spec().trialId(), pass.number()));
    }

    /// Uses a new trial id, so that the timings of the two JVMs stay apart.
    private TrialSpec resumedSpec(TrialSpec spec, boolean mayHaveStarted) {
        String id = spec.trialId();
        for (int number = 1; trialIds.contains(id) || (number == 1 && mayHaveStarted); number++) {
            id = spec.trialId() + ID_SUFFIX + number;
        }
        return new TrialSpec(
                spec.runId(),
                id,
                spec.side(),
                spec.mode(),
                spec.concurrency(),
                spec.contract(),
                spec.tolerance(),
                spec.target(),
                spec.timings());
    }

    private static String originalId(String trialId) {
        return ID_SUFFIX_PATTERN.matcher(trialId).replaceFirst("");
    }
}
