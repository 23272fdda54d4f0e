package dev.weft.record;

import dev.weft.csv.Column;
import dev.weft.csv.CsvCell;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Columns for the reference values of a pass: cores, CPU time of the server, ideal and efficiency.
final class ReferenceColumns {
    private static final String NOT_CALIBRATED = "nothing was calibrated";

    static final List<Column<PassRow>> ALL =
            List.of(
                    sinceSchema2(
                            "cores",
                            row -> boxed(row.yardstick().cores()),
                            "Cores that the client and, where it is weft's own, the server"
                                    + " share.",
                            "an earlier weft did not count them"),
                    sinceSchema2(
                            "server_cpu_ms",
                            row -> row.yardstick().serverCpu(),
                            "CPU time that the embedded server used during the pass. The clock of"
                                    + " the platform moves in steps of 10 ms.",
                            "the server is not weft's, or the platform cannot tell"),
                    ideal(
                            "ideal_ms",
                            Ideal::wall,
                            "The shortest `wall_ms` that any mode could have had, as far as it was"
                                    + " known when the pass ended: see docs/method.md."),
                    ideal("ideal_low_ms", Ideal::low, "The lower end of its 95% range."),
                    ideal("ideal_high_ms", Ideal::high, "The upper end of its 95% range."),
                    ideal(
                            "bound",
                            Ideal::bound,
                            "What allows no less: `latency`, `cpu`, `bandwidth`, `unzip`,"
                                    + " `rate`."),
                    sinceSchema2(
                            "efficiency",
                            ReferenceColumns::efficiency,
                            "`ideal_ms` / `wall_ms`: 1 is as good as can be.",
                            NOT_CALIBRATED + ", or the trial died"));

    private ReferenceColumns() {}

    private static Column<PassRow> ideal(
            String name, Function<Ideal, Object> value, String meaning) {
        return sinceSchema2(
                name, row -> row.yardstick().ideal().map(value), meaning, NOT_CALIBRATED);
    }

    private static Column<PassRow> sinceSchema2(
            String name,
            Function<PassRow, ? extends Optional<?>> value,
            String meaning,
            String emptyWhen) {
        return Column.sometimes(name, value, meaning, emptyWhen).since(2);
    }

    private static Optional<Integer> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }

    private static Optional<Double> efficiency(PassRow row) {
        return row.measures()
                .map(measures -> CsvCell.written(measures.wall()))
                .filter(Duration::isPositive)
                .flatMap(wall -> row.yardstick().ideal().map(ideal -> ratio(ideal, wall)));
    }

    private static double ratio(Ideal ideal, Duration wall) {
        return (double) CsvCell.written(ideal.wall()).toNanos() / wall.toNanos();
    }
}
