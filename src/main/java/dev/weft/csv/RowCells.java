package dev.weft.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Cells of one row by the names of their columns.
public final class RowCells {
    private final Map<String, String> texts = HashMap.newHashMap(64);
    private final Header header;

    /// @throws MalformedRowException if the number of cells differs from that of columns
    RowCells(Header header, List<String> texts) {
        this.header = header;
        List<String> columns = header.names();
        if (texts.size() != columns.size()) {
            throw new MalformedRowException(
                    "it has %d cells instead of %d".formatted(texts.size(), columns.size()), null);
        }
        for (int i = 0; i < columns.size(); i++) {
            this.texts.put(columns.get(i), texts.get(i));
        }
    }

    /// Returns the schema of the file.
    public int schema() {
        return header.schema();
    }

    /// Returns the text of a cell; empty if the cell is empty or only later schemas have the
    /// column.
    public String text(String column) {
        String text = texts.get(column);
        if (text == null && !header.later().contains(column)) {
            throw new IllegalStateException("there is no column " + column);
        }
        return text == null ? "" : text;
    }

    /// Returns a cell that must not be empty.
    public CsvCell at(String column) {
        return maybe(column)
                .orElseThrow(() -> new MalformedRowException(column + " is empty", null));
    }

    /// Returns a cell; empty if its text is.
    public Optional<CsvCell> maybe(String column) {
        String text = text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(new CsvCell(column, text));
    }

    /// Returns a whole number; empty if its cell is.
    public OptionalLong whole(String column) {
        return maybe(column)
                .map(cell -> OptionalLong.of(cell.whole()))
                .orElse(OptionalLong.empty());
    }
}
