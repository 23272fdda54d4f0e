package dev.weft.run;

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

/// What an interrupted experiment has left to do.
///
/// A pass that was recorded is done, however it ended, unless it was interrupted. A trial of which
/// some passes are done goes on in another JVM, under another id: warmed up anew, and without a
/// second cold pass.
public final class ResumePlanner {
    private static final String AGAIN = "-again";
    private static final Pattern SUFFIX = Pattern.compile(AGAIN + "\\d+$");

    private record Done(String trialId, int pass) {}

    private final Set<Done> done;
    private final Set<String> trialIds;

    /// What is left beside what these rows tell of.
    ///
    /// @param recorded rows of the one run
    public ResumePlanner(List<PassRow> recorded) {
        done =
                recorded.stream()
                        .filter(row -> row.ending().status() != PassStatus.INTERRUPTED)
                        .map(row -> new Done(planned(row.place().trialId()), row.place().pass()))
                        .collect(Collectors.toSet());
        trialIds =
                recorded.stream()
                        .map(row -> row.place().trialId())
                        .collect(Collectors.toCollection(HashSet::new));
    }

    /// The trials that have something left to do, in their order.
    public List<PlannedTrial> of(List<PlannedTrial> trials) {
        List<PlannedTrial> left = new ArrayList<>();
        for (PlannedTrial trial : trials) {
            // The first one left may have been on its way when weft was killed: it has no row, but
            // items in the timings.
            rest(trial, left.isEmpty() && !done.isEmpty()).ifPresent(left::add);
        }
        return left;
    }

    private Optional<PlannedTrial> rest(PlannedTrial trial, boolean perhapsBegun) {
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
                        again(trial.spec(), perhapsBegun),
                        trial.block(),
                        trial.order(),
                        trial.repetition(),
                        passes));
    }

    private boolean isDone(PlannedTrial trial, PassSpec pass) {
        return done.contains(new Done(trial.spec().trialId(), pass.number()));
    }

    /// The items of another JVM must not be taken for those of the first one.
    private TrialSpec again(TrialSpec spec, boolean perhapsBegun) {
        String id = spec.trialId();
        for (int time = 1; trialIds.contains(id) || (time == 1 && perhapsBegun); time++) {
            id = spec.trialId() + AGAIN + time;
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

    private static String planned(String trialId) {
        return SUFFIX.matcher(trialId).replaceFirst("");
    }
}
