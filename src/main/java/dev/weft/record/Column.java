package dev.weft.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One column of a file: its name, what it means, and its cell in a row.
///
/// @param meaning in a few words, with the unit where the name has none
/// @param emptyWhen when the cell is empty; itself empty where it never is
/// @param value what the cell of a row says; empty for an empty cell
/// @param since the first schema that has the column
record Column<R>(
        String name,
        String meaning,
        String emptyWhen,
        Function<R, ? extends Optional<?>> value,
        int since) {
    /// A column that has a value in every row.
    static <R> Column<R> always(String name, Function<R, ?> value, String meaning) {
        return new Column<>(name, meaning, "", row -> Optional.of(value.apply(row)), 1);
    }

    /// A column that has a value in some rows.
    static <R> Column<R> sometimes(
            String name,
            Function<R, ? extends Optional<?>> value,
            String meaning,
            String emptyWhen) {
        return new Column<>(name, meaning, emptyWhen, value, 1);
    }

    /// The same column, of a later schema.
    Column<R> since(int schema) {
        return new Column<>(name, meaning, emptyWhen, value, schema);
    }

    /// The names of the columns, in order.
    static List<String> names(List<? extends Column<?>> columns) {
        return columns.stream().map(Column::name).toList();
    }

    /// The cell of a row; empty where the value is unknown or does not apply.
    String cell(R row) {
        return value.apply(row).map(CsvCell::write).orElse("");
    }
}
