package dev.weft.run;

import dev.weft.archive.UnzipResult;
import java.util.Optional;

/// Where a pass takes its items from. Not thread-safe: the pass asks for one at a time.
@FunctionalInterface
interface ItemSource {
    /// The next item, whole or broken. Empty at the end.
    ///
    /// @param nowNanos when it is asked for, by the ticker of the pass
    Optional<UnzipResult> next(long nowNanos);
}
