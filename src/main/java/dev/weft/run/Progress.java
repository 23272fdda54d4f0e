package dev.weft.run;

import java.util.Objects;
import java.util.OptionalLong;

/// How far a pass is.
///
/// @param stored items acknowledged so far
/// @param failed items given up so far
/// @param p99Nanos the 99th percentile of their service times, about a second old; empty in the
///   first second
public record Progress(int stored, int failed, OptionalLong p99Nanos) {
    /// Before the first item.
    public static final Progress NONE = new Progress(0, 0);

    public Progress {
        Objects.requireNonNull(p99Nanos);
    }

    /// With no percentile yet.
    public Progress(int stored, int failed) {
        this(stored, failed, OptionalLong.empty());
    }

    /// The same, of a part that follows others.
    ///
    /// @param before items that ended in those
    Progress after(int before) {
        return new Progress(before + stored, failed, p99Nanos);
    }

    /// Items that have ended.
    public int done() {
        return stored + failed;
    }
}
