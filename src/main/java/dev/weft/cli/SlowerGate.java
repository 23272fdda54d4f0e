package dev.weft.cli;

import dev.weft.analysis.CellComparison;
import dev.weft.analysis.Change;
import dev.weft.stats.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Fails where something became slower by more than a limit, for certain.
///
/// @param limit as a share; empty where nobody asked
record SlowerGate(Optional<Double> limit) {
    /// Names what became slower.
    int exitCode(Change change, Terminal terminal) {
        List<CellComparison> slower =
                limit.stream()
                        .flatMap(
                                share ->
                                        change.cells().stream()
                                                .filter(cell -> cell.isSlowerBy(share)))
                        .toList();
        slower.forEach(
                cell ->
                        terminal.err()
                                .println(
                                        "weft: %s with %s became slower by more than %s"
                                                .formatted(
                                                        cell.mode().label(),
                                                        cell.setting(),
                                                        shown(limit.orElseThrow()))));
        if (limit.isPresent() && slower.isEmpty()) {
            tellOfDoubt(change, terminal);
        }
        terminal.err().flush();
        return slower.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    /// A gate that lets pass what it could not see must say so.
    private static void tellOfDoubt(Change change, Terminal terminal) {
        long unclear =
                change.cells().stream()
                        .filter(cell -> cell.verdict() instanceof Verdict.CannotTell)
                        .count();
        if (unclear > 0) {
            terminal.err()
                    .println(
                            "weft: %d of %d comparisons cannot tell, and were let pass; repeat more often to see smaller differences"
                                    .formatted(unclear, change.cells().size()));
        }
    }

    /// As it was given: a limit of 2.5% is not one of 2%.
    private static String shown(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString()
                + "%";
    }
}
