package dev.weft.record;

/// Counts of the items of a pass by outcome. Their sum is the number of its items.
///
/// @param stored items that the server acknowledged
/// @param failed items that were attempted, or could not be unzipped, and were not stored
/// @param notAttempted items that were never handed out
public record ItemCounts(int stored, int failed, int notAttempted) {
    public ItemCounts {
        if (stored < 0 || failed < 0 || notAttempted < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative: %d, %d, %d"
                            .formatted(stored, failed, notAttempted));
        }
    }

    /// Returns the number of all items.
    public int total() {
        return stored + failed + notAttempted;
    }
}
