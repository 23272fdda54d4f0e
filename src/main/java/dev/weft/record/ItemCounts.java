package dev.weft.record;

/// What became of the items of a pass. Together they are all of its items.
///
/// @param stored acknowledged by the server
/// @param failed tried, or not even unzipped, and not stored
/// @param notAttempted never handed out
public record ItemCounts(int stored, int failed, int notAttempted) {
    public ItemCounts {
        if (stored < 0 || failed < 0 || notAttempted < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative: %d, %d, %d"
                            .formatted(stored, failed, notAttempted));
        }
    }

    /// All of them.
    public int total() {
        return stored + failed + notAttempted;
    }
}
