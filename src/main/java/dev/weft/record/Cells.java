package dev.weft.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The cells of one row by the names of their columns.
final class Cells {
    private final Map<String, String> texts = HashMap.newHashMap(64);

    /// @throws MalformedRowException when there are more or fewer cells than columns
    Cells(List<String> columns, List<String> texts) {
        if (texts.size() != columns.size()) {
            throw new MalformedRowException(
                    "it has %d cells instead of %d".formatted(texts.size(), columns.size()), null);
        }
        for (int i = 0; i < columns.size(); i++) {
            this.texts.put(columns.get(i), texts.get(i));
        }
    }

    /// The text of a cell that may be empty.
    String text(String column) {
        String text = texts.get(column);
        if (text == null) {
            throw new IllegalStateException("there is no column " + column);
        }
        return text;
    }

    /// A cell that must not be empty.
    Cell at(String column) {
        return maybe(column)
                .orElseThrow(() -> new MalformedRowException(column + " is empty", null));
    }

    /// A cell, or nothing where it is empty.
    Optional<Cell> maybe(String column) {
        String text = text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(new Cell(column, text));
    }
}
