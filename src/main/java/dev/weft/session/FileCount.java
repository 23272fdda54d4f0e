package dev.weft.session;

/// The number of files of a generated zip: a fixed number, or a number for each upload in flight.
///
/// @param number of files, or of files for each upload in flight
/// @param timesConcurrency whether it is the latter
public record FileCount(int number, boolean timesConcurrency) {
    /// The number of files at a concurrency.
    int at(int concurrency) {
        return timesConcurrency ? Math.multiplyExact(number, concurrency) : number;
    }
}
