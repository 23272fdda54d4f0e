package dev.weft.cli;

import dev.weft.analysis.CellComparison;
import dev.weft.analysis.Change;
import dev.weft.analysis.Figures;
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
                                                        Figures.percent(limit.orElseThrow()))));
        terminal.err().flush();
        return slower.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
