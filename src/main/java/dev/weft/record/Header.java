package dev.weft.record;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The columns that a file has: those of its schema.
///
/// @param schema the number of the list of columns, from 1
/// @param names of the columns, in order
/// @param later the names of the columns that only later schemas have
record Header(int schema, List<String> names, Set<String> later) {
    /// The header that a schema has.
    ///
    /// @param columns all that are known
    static Header of(int schema, List<? extends Column<?>> columns) {
        return new Header(
                schema,
                Column.names(columns.stream().filter(column -> column.since() <= schema).toList()),
                columns.stream()
                        .filter(column -> column.since() > schema)
                        .map(Column::name)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// The first line of such a file, its end included.
    String line() {
        return CsvLine.of(names);
    }
}
