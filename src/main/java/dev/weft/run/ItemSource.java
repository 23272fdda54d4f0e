package dev.weft.run;

import dev.weft.archive.UnzipResult;
import java.util.Optional;

/// Supplies the items of a pass, one call at a time. Not thread-safe.
@FunctionalInterface
interface ItemSource {
    /// The next item, ready or broken; empty at the end.
    ///
    /// @param nowNanos current reading of the ticker of the pass
    Optional<UnzipResult> next(long nowNanos);
}
