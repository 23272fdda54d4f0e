package dev.weft.record;

import java.util.List;

/// What a file held.
///
/// @param rows in the order of the file
/// @param damages the lines that are no rows
public record ReadResult<R>(List<R> rows, List<CorruptLine> damages) {
    public ReadResult {
        rows = List.copyOf(rows);
        damages = List.copyOf(damages);
    }
}
