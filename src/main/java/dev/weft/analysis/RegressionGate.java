package dev.weft.analysis;

import dev.weft.stats.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Fails a comparison if a mode certainly became slower by more than a limit, or no longer has
/// successful passes.
///
/// @param limit share, such as 0.05; empty if the gate is off
public record RegressionGate(Optional<Double> limit) {
    /// Reasons of failure, one sentence each; empty if the comparison passes or the gate is off.
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

    /// Whether a mode in a case became slower by more than the limit.
    public boolean isShutBy(CaseComparison cell) {
        return limit.filter(cell::isSlowerBy).isPresent();
    }

    /// Whether the gate is on and the second result has only failed passes of the mode.
    public boolean isShutBy(RunComparison.Lost lost) {
        return limit.isPresent() && lost.attempted();
    }

    /// Reason of the failure of a mode in a case.
    public String failure(RunComparison change, CaseComparison cell) {
        return "%s became slower by more than %s"
                .formatted(change.name(cell.mode(), cell.setting()), percent());
    }

    /// Warning that the gate passes with comparisons that cannot tell; empty if there are none, or
    /// the gate is off.
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

    /// Warning that names the modes and cases with no passes to compare in the second result; empty
    /// if there are none, or the gate is off.
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

    /// Limit in percent with all its digits, such as `2.5%`.
    public String percent() {
        return BigDecimal.valueOf(limit.orElse(0.0))
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }
}
