package dev.weft.cli;

import dev.weft.analysis.CellComparison;
import dev.weft.analysis.Change;
import dev.weft.stats.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Fails where something became slower by more than a limit, for certain, or does not work any
/// more.
///
/// @param limit as a share; empty where nobody asked
record SlowerGate(Optional<Double> limit) {
    /// Names what became slower.
    ///
    /// @param told hears of it, a sentence each
    int exitCode(Change change, Consumer<String> told) {
        List<String> failures = failures(change);
        failures.forEach(told);
        if (failures.isEmpty()) {
            doubt(change).ifPresent(told);
        }
        unmeasured(change).ifPresent(told);
        return failures.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    /// Why the gate is shut, a sentence each; none where it is open, or where there is none.
    List<String> failures(Change change) {
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
    boolean isShutBy(CellComparison cell) {
        return limit.filter(cell::isSlowerBy).isPresent();
    }

    /// Whether one does not pass that the second result cannot show.
    boolean isShutBy(Change.Lost lost) {
        return limit.isPresent() && lost.attempted();
    }

    /// Why a mode in a setting does not pass.
    String failure(Change change, CellComparison cell) {
        return "%s became slower by more than %s"
                .formatted(change.name(cell.mode(), cell.setting()), percent());
    }

    /// A gate that lets pass what it could not see must say so.
    Optional<String> doubt(Change change) {
        long unclear =
                change.cells().stream()
                        .filter(cell -> cell.verdict() instanceof Verdict.CannotTell)
                        .count();
        return limit.isEmpty() || unclear == 0
                ? Optional.empty()
                : Optional.of(
                        "%d of %d comparisons cannot tell, and were let pass; repeat more often to see smaller differences"
                                .formatted(unclear, change.cells().size()));
    }

    /// What the second result does not have.
    Optional<String> unmeasured(Change change) {
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
    String percent() {
        return BigDecimal.valueOf(limit.orElse(0.0))
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }
}
