package dev.weft.record;

import java.util.Optional;
import java.util.function.Function;

/// Makes columns of what a pass measured. Empty, all of them, where its JVM died before it could
/// tell, or its trial ended with the warm-up.
final class MeasuredColumns {
    private static final String UNTOLD = "the trial ended before it could tell";

    private MeasuredColumns() {}

    /// A column that has a value wherever anything was measured.
    static Column<PassRow> measured(String name, Function<PassMeasures, ?> value, String meaning) {
        return Column.sometimes(name, row -> row.measures().map(value), meaning, UNTOLD);
    }

    /// A column that may be empty for a reason of its own.
    static Column<PassRow> maybe(
            String name,
            Function<PassMeasures, Optional<? extends Object>> value,
            String meaning,
            String emptyWhen) {
        return Column.sometimes(
                name, row -> row.measures().flatMap(value), meaning, emptyWhen + ", or " + UNTOLD);
    }
}
