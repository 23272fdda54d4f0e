package dev.weft.record;

import dev.weft.csv.Column;
import java.util.Optional;
import java.util.function.Function;

/// Creates columns for the measurements of a pass. All of them are empty if the JVM of the trial
/// died before it reported, or if the trial ended with the warm-up.
final class MeasuredColumns {
    private static final String NOT_REPORTED = "the trial ended before it could tell";

    private MeasuredColumns() {}

    /// Creates a column that has a value whenever the pass has measurements.
    static Column<PassRow> measured(String name, Function<PassMeasures, ?> value, String meaning) {
        return Column.sometimes(name, row -> row.measures().map(value), meaning, NOT_REPORTED);
    }

    /// Creates a column that may also be empty for another reason.
    static Column<PassRow> maybe(
            String name,
            Function<PassMeasures, Optional<? extends Object>> value,
            String meaning,
            String emptyWhen) {
        return Column.sometimes(
                name,
                row -> row.measures().flatMap(value),
                meaning,
                emptyWhen + ", or " + NOT_REPORTED);
    }
}
