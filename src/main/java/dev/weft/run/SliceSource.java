package dev.weft.run;

import dev.weft.archive.UnzipResult;
import dev.weft.archive.UnzipStage;
import java.util.Optional;

/// Supplies the items of a measured pass or of a slice of the warm-up. A measured pass reads the
/// archive once; a slice repeats it and overwrites the same keys.
///
/// One class serves both, so that the JIT compiler compiles it before measured passes.
final class SliceSource implements ItemSource {
    private final UnzipStage archive;
    private final boolean repeats;
    private final long endNanos;
    private int remaining;

    /// Creates a source.
    ///
    /// @param repeats whether the archive restarts at its end
    /// @param uploads largest number of items
    /// @param endNanos ticker reading from which the source is empty
    SliceSource(UnzipStage archive, boolean repeats, int uploads, long endNanos) {
        this.archive = archive;
        this.repeats = repeats;
        this.remaining = uploads;
        this.endNanos = endNanos;
    }

    @Override
    public Optional<UnzipResult> next(long nowNanos) {
        // Compares differences, because a ticker may overflow.
        if (remaining <= 0 || nowNanos - endNanos >= 0) {
            return Optional.empty();
        }
        remaining--;
        Optional<UnzipResult> next = archive.next();
        if (next.isPresent() || !repeats) {
            return next;
        }
        archive.rewind();
        return archive.next();
    }
}
