package dev.weft.analysis;

import dev.weft.stats.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Fails where something became slower by more than a limit, for certain, or does not work any
/// more.
///
/// @param limit as a share; empty where nobody asked
public record RegressionGate(Optional<Double> limit) {
    /// Why the gate is shut, a sentence each; none where it is open, or where there is none.
    public List<String> failures(RunComparison change) {
        return Stream.concat(
                        change.cells().stream()
                                .filter(this::isShutBy)
                                .map(cell -> failure(change, cell)),
                        change.lost().stream()
                                .filter(this::isShutBy)
                                .map(
                                        lost ->
                                                "%s was verified before, and no pass of it is now"
                                                        .formatted(
                                                                change.name(
                                                                        lost.mode(),
                                                                        lost.setting()))))
                .toList();
    }

    /// Whether a mode in a setting does not pass.
    public boolean isShutBy(CaseComparison cell) {
        return limit.filter(cell::isSlowerBy).isPresent();
    }

    /// Whether one does not pass that the second result cannot show.
    public boolean isShutBy(RunComparison.Lost lost) {
        return limit.isPresent() && lost.attempted();
    }

    /// Why a mode in a setting does not pass.
    public String failure(RunComparison change, CaseComparison cell) {
        return "%s became slower by more than %s"
                .formatted(change.name(cell.mode(), cell.setting()), percent());
    }

    /// A gate that lets pass what it could not see must say so.
    public Optional<String> doubt(RunComparison change) {
        long unclear =
                change.cells().stream()
                        .filter(cell -> cell.verdict() instanceof Verdict.CannotTell)
                        .count();
        int all = change.cells().size();
        return limit.isEmpty() || unclear == 0
                ? Optional.empty()
                : Optional.of(
                        "%s, and passed; repeat more often to see smaller differences"
                                .formatted(
                                        all == 1
                                                ? "the comparison cannot tell"
                                                : "%d of %d comparisons cannot tell"
                                                        .formatted(unclear, all)));
    }

    /// What the second result does not have.
    public Optional<String> unmeasured(RunComparison change) {
        List<String> names =
                change.lost().stream()
                        .filter(lost -> !lost.attempted())
                        .map(lost -> change.name(lost.mode(), lost.setting()))
                        .toList();
        return limit.isEmpty() || names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "not compared, because the second result does not have it: "
                                + String.join("; ", names));
    }

    /// As it was given: a limit of 2.5% is not one of 2%.
    public String percent() {
        return BigDecimal.valueOf(limit.orElse(0.0))
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }
}
