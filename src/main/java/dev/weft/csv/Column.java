package dev.weft.csv;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Column of a file: its name, its meaning and its value in a row.
///
/// @param meaning a few words, with the unit if the name has none
/// @param emptyWhen condition under which the cell is empty; empty text if it never is
/// @param value returns the value in a row; empty for an empty cell
/// @param since first schema that has the column
public record Column<R>(
        String name,
        String meaning,
        String emptyWhen,
        Function<R, ? extends Optional<?>> value,
        int since) {
    /// Creates a column that has a value in every row.
    public static <R> Column<R> always(String name, Function<R, ?> value, String meaning) {
        return new Column<>(name, meaning, "", row -> Optional.of(value.apply(row)), 1);
    }

    /// Creates a column that has a value in some rows.
    public static <R> Column<R> sometimes(
            String name,
            Function<R, ? extends Optional<?>> value,
            String meaning,
            String emptyWhen) {
        return new Column<>(name, meaning, emptyWhen, value, 1);
    }

    /// Returns the same column as part of a later schema.
    public Column<R> since(int schema) {
        return new Column<>(name, meaning, emptyWhen, value, schema);
    }

    /// Returns the names of the columns, in order.
    public static List<String> names(List<? extends Column<?>> columns) {
        return columns.stream().map(Column::name).toList();
    }

    /// Returns the cell of a row; empty if the value is unknown or does not apply.
    String cell(R row) {
        return value.apply(row).map(CsvCell::write).orElse("");
    }
}
