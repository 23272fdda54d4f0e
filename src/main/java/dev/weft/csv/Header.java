package dev.weft.csv;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Columns of a file of one schema.
///
/// @param schema number of the schema, from 1
/// @param names names of the columns, in order
/// @param later names of the columns that only later schemas have
public record Header(int schema, List<String> names, Set<String> later) {
    /// Creates the header of a schema.
    ///
    /// @param columns columns of all schemas
    static Header of(int schema, List<? extends Column<?>> columns) {
        return new Header(
                schema,
                Column.names(columns.stream().filter(column -> column.since() <= schema).toList()),
                columns.stream()
                        .filter(column -> column.since() > schema)
                        .map(Column::name)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// Returns the first line of a file of the schema, with its line feed.
    public String line() {
        return CsvLine.of(names);
    }
}
