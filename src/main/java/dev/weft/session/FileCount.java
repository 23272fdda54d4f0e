package dev.weft.session;

/// Number of files of a generated zip: a fixed number, or a number for each upload in flight.
///
/// @param number number of files, or of files for each upload in flight
/// @param timesConcurrency whether the number is multiplied by the concurrency
public record FileCount(int number, boolean timesConcurrency) {
    /// Returns the number of files at a concurrency.
    int at(int concurrency) {
        return timesConcurrency ? Math.multiplyExact(number, concurrency) : number;
    }
}
