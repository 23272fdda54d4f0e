package dev.weft.csv;

import java.util.List;

/// Rows and corrupt lines of a file.
///
/// @param rows rows in the order of the file
/// @param corruptLines lines that are not valid rows
public record ReadResult<R>(List<R> rows, List<CorruptLine> corruptLines) {
    public ReadResult {
        rows = List.copyOf(rows);
        corruptLines = List.copyOf(corruptLines);
    }
}
