package dev.weft.export;

import dev.weft.analysis.CaseComparison;
import dev.weft.analysis.RunComparison;
import dev.weft.analysis.RegressionGate;
import dev.weft.stats.VerdictEvidence;
import dev.weft.stats.Verdict;
import dev.weft.stats.Verdict.CannotTell;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What `weft compare` found. docs/ci-gate.md explains every field.
///
/// @param schema the number of this form, see [#SCHEMA]
/// @param before what was first, by its name on the command line
/// @param after what it is compared with, likewise
/// @param unit what one value of a side is
/// @param failIfSlower the limit as a share
/// @param failed whether the gate is shut
/// @param notCompared what only the first result has
public record ComparisonDocument(
        int schema,
        String before,
        String after,
        String unit,
        OptionalDouble failIfSlower,
        boolean failed,
        List<Cell> cells,
        List<Missing> notCompared) {
    /// The form that this weft writes. It grows when a field changes its meaning or goes.
    public static final int SCHEMA = 1;

    /// One mode in one setting.
    ///
    /// @param beforeMs wall time in milliseconds, like what follows
    /// @param ratio of the wall times, after to before: above 1 is slower
    /// @param blocks values on each side; empty, like the interval, where these were too few
    /// @param confidence of the interval
    /// @param smallestDifference that so many blocks show with 80% power, as a ratio above 1
    /// @param verdict `faster`, `slower`, `equal` or `cannot_tell`
    /// @param failed whether it shuts the gate
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
        public Cell {
            Objects.requireNonNull(archive);
            Objects.requireNonNull(mode);
            Objects.requireNonNull(verdict);
        }

        private static Cell of(CaseComparison cell, boolean failed) {
            Optional<VerdictEvidence> basis = cell.verdict().basis();
            return new Cell(
                    cell.setting().archive(),
                    cell.setting().files(),
                    cell.mode().atOnce(cell.setting().concurrency()),
                    cell.mode().label(),
                    RoundedNumbers.millis(cell.before().value()),
                    RoundedNumbers.millis(cell.after().value()),
                    word(cell.verdict()),
                    basis.map(evidence -> OptionalInt.of(evidence.blocks()))
                            .orElse(OptionalInt.empty()),
                    RoundedNumbers.of(cell.ratio()),
                    RoundedNumbers.low(cell.interval()),
                    RoundedNumbers.high(cell.interval()),
                    RoundedNumbers.finite(basis.map(VerdictEvidence::confidence)),
                    RoundedNumbers.finite(basis.map(VerdictEvidence::smallestDifference)),
                    failed);
        }

        private static String word(Verdict verdict) {
            return switch (verdict) {
                case Different different ->
                        different.faster() == Verdict.Side.FIRST ? "faster" : "slower";
                case Equal _ -> "equal";
                case CannotTell _ -> PairVerdict.CANNOT_TELL;
            };
        }
    }

    /// What cannot be compared.
    public record Missing(String archive, int files, int concurrency, String mode, boolean failed) {
        public Missing {
            Objects.requireNonNull(archive);
            Objects.requireNonNull(mode);
        }
    }

    public ComparisonDocument {
        Objects.requireNonNull(before);
        Objects.requireNonNull(after);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(failIfSlower);
        cells = List.copyOf(cells);
        notCompared = List.copyOf(notCompared);
    }

    /// What there is to say.
    public static ComparisonDocument of(RunComparison change, RegressionGate gate, String before, String after) {
        return new ComparisonDocument(
                SCHEMA,
                before,
                after,
                change.unit().name().toLowerCase(Locale.ROOT),
                gate.limit().map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                !gate.failures(change).isEmpty(),
                change.cells().stream().map(cell -> Cell.of(cell, gate.isShutBy(cell))).toList(),
                change.lost().stream().map(lost -> missing(lost, gate.isShutBy(lost))).toList());
    }

    private static Missing missing(RunComparison.Lost lost, boolean failed) {
        return new Missing(
                lost.setting().archive(),
                lost.setting().files(),
                lost.mode().atOnce(lost.setting().concurrency()),
                lost.mode().label(),
                failed);
    }
}
