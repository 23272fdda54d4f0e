package dev.weft.run;

import dev.weft.plan.PlannedTrial;
import dev.weft.record.EarlyStop;
import dev.weft.record.PassResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Ends an experiment after consecutive trials that gave up, because later ones would too.
///
/// One trial is not enough, because its mode may be the cause. Two are enough if neither stored an
/// item. Otherwise the server may only throttle, so as many trials as a block has must give up.
final class AbortRule {
    private static final int FEWEST_TRIALS = 2;

    private final int blockSize;
    private int trialsGivenUp;
    private int trialsStoredNothing;

    /// @param trials all trials of the experiment
    AbortRule(List<PlannedTrial> trials) {
        blockSize =
                trials.stream()
                        .collect(Collectors.groupingBy(PlannedTrial::block, Collectors.counting()))
                        .values()
                        .stream()
                        .mapToInt(Long::intValue)
                        .max()
                        .orElse(1);
    }

    /// Counts a trial that has ended.
    ///
    /// @param results results of its passes, warm-up included
    /// @return why the experiment ends; empty if it continues
    Optional<String> after(List<PassResult> results) {
        boolean trialGaveUp =
                results.stream()
                        .flatMap(result -> result.earlyStop().stream())
                        .anyMatch(
                                earlyStop ->
                                        earlyStop.cause() == EarlyStop.Cause.TOO_MANY_FAILURES);
        boolean trialStoredNothing =
                results.stream().allMatch(result -> result.counts().stored() == 0);
        trialsGivenUp = trialGaveUp ? trialsGivenUp + 1 : 0;
        trialsStoredNothing = trialGaveUp && trialStoredNothing ? trialsStoredNothing + 1 : 0;
        if (trialsStoredNothing >= FEWEST_TRIALS) {
            return Optional.of(
                    "ended early: %d trials in a row gave up and stored nothing"
                            .formatted(trialsStoredNothing));
        }
        return trialsGivenUp >= Math.max(FEWEST_TRIALS, blockSize)
                ? Optional.of("ended early: %d trials in a row gave up".formatted(trialsGivenUp))
                : Optional.empty();
    }
}
