package dev.weft.run;

import dev.weft.plan.PlannedTrial;
import dev.weft.record.EarlyStop;
import dev.weft.record.PassResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tells when trials that gave up, one after another, mean that the others would, too.
///
/// One mode may give up because of what is particular to it, so one trial is never enough. Two in a
/// row that stored nothing at all are: nobody gets through. Where something was stored, the server
/// may only refuse so much at once, so that as many trials as a block has must give up.
final class AbortRule {
    private static final int TWO = 2;

    private final int block;
    private int gaveUp;
    private int storedNothing;

    /// @param trials all of the experiment
    AbortRule(List<PlannedTrial> trials) {
        block =
                trials.stream()
                        .collect(Collectors.groupingBy(PlannedTrial::block, Collectors.counting()))
                        .values()
                        .stream()
                        .mapToInt(Long::intValue)
                        .max()
                        .orElse(1);
    }

    /// Takes note of a trial that has ended.
    ///
    /// @param results of its passes, warm-up included
    /// @return why the experiment ends; empty where it goes on
    Optional<String> after(List<PassResult> results) {
        boolean surrendered =
                results.stream()
                        .flatMap(result -> result.cut().stream())
                        .anyMatch(cut -> cut.cause() == EarlyStop.Cause.GAVE_UP);
        boolean nothing = results.stream().allMatch(result -> result.counts().stored() == 0);
        gaveUp = surrendered ? gaveUp + 1 : 0;
        storedNothing = surrendered && nothing ? storedNothing + 1 : 0;
        if (storedNothing >= TWO) {
            return Optional.of(
                    "ended early: %d trials in a row gave up and stored nothing"
                            .formatted(storedNothing));
        }
        return gaveUp >= Math.max(TWO, block)
                ? Optional.of("ended early: %d trials in a row gave up".formatted(gaveUp))
                : Optional.empty();
    }
}
