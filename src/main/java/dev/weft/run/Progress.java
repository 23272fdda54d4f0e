package dev.weft.run;

import java.util.Objects;
import java.util.OptionalLong;

/// Progress of a pass.
///
/// @param stored number of items stored so far
/// @param failed number of items failed so far
/// @param p99Nanos 99th percentile of the service times, about a second old; empty in the first
///   second
public record Progress(int stored, int failed, OptionalLong p99Nanos) {
    /// Progress before the first item.
    public static final Progress NONE = new Progress(0, 0);

    public Progress {
        Objects.requireNonNull(p99Nanos);
    }

    /// Creates a progress without a percentile.
    public Progress(int stored, int failed) {
        this(stored, failed, OptionalLong.empty());
    }

    /// Adds the items of earlier slices.
    ///
    /// @param before number of items that ended in earlier slices
    Progress after(int before) {
        return new Progress(before + stored, failed, p99Nanos);
    }

    /// Number of items that have ended.
    public int done() {
        return stored + failed;
    }
}
