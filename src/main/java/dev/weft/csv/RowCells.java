package dev.weft.csv;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/// Cells of a row that is being written or read. Each call declares a column in both directions: it
/// writes the cell if there is a row, and parses the cell if there is none. In both cases it
/// returns the value, from which the caller builds the row.
///
/// @param <R> type of the row or of a part of it
public final class RowCells<R> {
    private final int schema;
    private final Map<String, String> texts;
    private final Optional<R> row;

    /// @param schema schema of the file
    /// @param texts text of every cell by column; empty for columns that only later schemas have
    /// @param row row to write; empty for reading
    RowCells(int schema, Map<String, String> texts, Optional<R> row) {
        this.schema = schema;
        this.texts = texts;
        this.row = row;
    }

    /// Returns the schema of the file.
    public int schema() {
        return schema;
    }

    /// Returns the same cells for a part of the row.
    public <P> RowCells<P> part(Function<R, P> part) {
        return new RowCells<>(schema, texts, row.map(part));
    }

    /// Declares a part that some rows lack. All of its cells are then empty.
    ///
    /// @param column column of the part that is never empty if the row has the part
    /// @param columns declares the columns of the part
    public <P> Optional<P> optionalPart(
            String column, Function<R, Optional<P>> part, Function<RowCells<P>, P> columns) {
        Optional<P> written = row.flatMap(part);
        boolean present = row.isPresent() ? written.isPresent() : !text(column).isEmpty();
        return present
                ? Optional.of(columns.apply(new RowCells<>(schema, texts, written)))
                : Optional.empty();
    }

    /// Declares a column of texts, which may be empty.
    public String text(String column, Function<R, String> value) {
        row.ifPresent(written -> write(column, value.apply(written)));
        return text(column);
    }

    /// Declares a column that has a value in every row.
    public <V> V value(String column, CellType<V> type, Function<R, V> value) {
        if (row.isEmpty()) {
            return type.parse(column, requiredText(column));
        }
        V written = value.apply(row.get());
        write(column, type.format(written));
        return written;
    }

    /// Declares a column that has a value in some rows.
    public <V> Optional<V> optional(
            String column, CellType<V> type, Function<R, Optional<V>> value) {
        if (row.isEmpty()) {
            return Optional.of(text(column))
                    .filter(text -> !text.isEmpty())
                    .map(text -> type.parse(column, text));
        }
        Optional<V> written = value.apply(row.get());
        written.ifPresent(present -> write(column, type.format(present)));
        return written;
    }

    /// Declares a column of counts that has a value in some rows.
    public OptionalInt optionalCount(String column, Function<R, OptionalInt> value) {
        return optional(column, CellType.COUNT, part -> boxed(value.apply(part)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /// Declares a column of long values that has a value in some rows.
    public OptionalLong optionalLong(
            String column, CellType<Long> type, Function<R, OptionalLong> value) {
        return optional(column, type, part -> boxed(value.apply(part)))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /// Declares a column that has the same text in every row.
    public void constant(String column, String text) {
        if (row.isPresent()) {
            write(column, text);
        } else if (!requiredText(column).equals(text)) {
            throw CellType.malformed(column, text(column), text, null);
        }
    }

    /// Declares a column of numbers that are computed from the row and not read.
    public void computed(String column, Function<R, Optional<Double>> number) {
        row.flatMap(number).ifPresent(present -> write(column, CellType.decimal(present)));
    }

    private String text(String column) {
        String text = texts.get(column);
        if (text == null) {
            throw new IllegalStateException("there is no column " + column);
        }
        return text;
    }

    private String requiredText(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            throw new IllegalArgumentException(column + " is empty");
        }
        return text;
    }

    private void write(String column, String text) {
        if (texts.replace(column, text) == null) {
            throw new IllegalStateException("there is no column " + column);
        }
    }

    private static Optional<Integer> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }
}
