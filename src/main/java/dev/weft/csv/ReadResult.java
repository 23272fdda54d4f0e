package dev.weft.csv;

import java.util.List;

/// Rows and corrupt lines of a file.
///
/// @param rows rows in the order of the file
/// @param damages lines that are not valid rows
public record ReadResult<R>(List<R> rows, List<CorruptLine> damages) {
    public ReadResult {
        rows = List.copyOf(rows);
        damages = List.copyOf(damages);
    }
}
