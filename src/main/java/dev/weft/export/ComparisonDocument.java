package dev.weft.export;

import dev.weft.analysis.CaseComparison;
import dev.weft.analysis.RegressionGate;
import dev.weft.analysis.RunComparison;
import dev.weft.stats.Interval;
import dev.weft.stats.Verdict;
import dev.weft.stats.Verdict.CannotTell;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import dev.weft.stats.VerdictEvidence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Result of `weft compare` as a JSON document. docs/ci-gate.md explains every field.
///
/// @param schema version of the format, see [#SCHEMA]
/// @param before name of the first variant on the command line
/// @param after name of the variant that is compared with it
/// @param unit source of one value of a variant: `jvm`, `run` or `block`
/// @param failIfSlower limit as a share
/// @param failed whether the gate fails
public record ComparisonDocument(
        int schema,
        String before,
        String after,
        String unit,
        OptionalDouble failIfSlower,
        boolean failed,
        List<Cell> cells,
        List<Missing> notCompared) {
    /// Version of the format. Increases when a field changes its meaning or is removed.
    public static final int SCHEMA = 1;

    /// Comparison of one mode in one case.
    ///
    /// @param beforeMs wall time in milliseconds, like `afterMs`
    /// @param blocks number of values of each variant; empty, like the interval, if there are too
    ///   few
    /// @param ratio wall time after / before: above 1 is slower
    /// @param confidence of the interval
    /// @param smallestDifference that this number of blocks shows with 80% power, as a ratio above
    ///   1
    /// @param verdict `faster`, `slower`, `equal` or `cannot_tell`
    /// @param failed whether the cell fails the gate
    public record Cell(
            String archive,
            int files,
            int concurrency,
            String mode,
            double beforeMs,
            double afterMs,
            String verdict,
            OptionalInt blocks,
            double ratio,
            OptionalDouble ratioLow,
            OptionalDouble ratioHigh,
            OptionalDouble confidence,
            OptionalDouble smallestDifference,
            boolean failed) {
        private static Cell of(CaseComparison cell, boolean failed) {
            Optional<VerdictEvidence> basis = cell.verdict().basis();
            return new Cell(
                    cell.setting().archive(),
                    cell.setting().files(),
                    cell.mode().atOnce(cell.setting().concurrency()),
                    cell.mode().label(),
                    RoundedNumbers.millis(cell.before().value()),
                    RoundedNumbers.millis(cell.after().value()),
                    verdictName(cell.verdict()),
                    basis.map(evidence -> OptionalInt.of(evidence.blocks()))
                            .orElse(OptionalInt.empty()),
                    RoundedNumbers.of(cell.ratio()),
                    RoundedNumbers.of(cell.interval().map(Interval::low)),
                    RoundedNumbers.of(cell.interval().map(Interval::high)),
                    RoundedNumbers.of(basis.map(VerdictEvidence::confidence)),
                    RoundedNumbers.of(basis.map(VerdictEvidence::smallestDifference)),
                    failed);
        }

        private static String verdictName(Verdict verdict) {
            return switch (verdict) {
                case Different different ->
                        different.faster() == Verdict.Side.FIRST ? "faster" : "slower";
                case Equal _ -> "equal";
                case CannotTell _ -> "cannot_tell";
            };
        }
    }

    /// Mode and case that only the first result has.
    public record Missing(String archive, int files, int concurrency, String mode, boolean failed) {
        private static Missing of(RunComparison.Lost lost, boolean failed) {
            return new Missing(
                    lost.setting().archive(),
                    lost.setting().files(),
                    lost.mode().atOnce(lost.setting().concurrency()),
                    lost.mode().label(),
                    failed);
        }
    }

    public ComparisonDocument {
        cells = List.copyOf(cells);
        notCompared = List.copyOf(notCompared);
    }

    /// Creates the document of a comparison.
    public static ComparisonDocument of(
            RunComparison comparison, RegressionGate gate, String before, String after) {
        return new ComparisonDocument(
                SCHEMA,
                before,
                after,
                comparison.unit().name().toLowerCase(Locale.ROOT),
                gate.limit().map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                !gate.failures(comparison).isEmpty(),
                comparison.cells().stream()
                        .map(cell -> Cell.of(cell, gate.isShutBy(cell)))
                        .toList(),
                comparison.lost().stream()
                        .map(lost -> Missing.of(lost, gate.isShutBy(lost)))
                        .toList());
    }
}
