package dev.weft.run;

import dev.weft.archive.UnzipStage;
import dev.weft.archive.UnzipResult;
import java.util.Optional;

/// The items of a measured pass, which goes once over the archive, or of a slice of a warm-up,
/// which repeats it: each round writes to the keys of the round before.
///
/// One class serves both: a source that only measured passes have would be compiled while they are
/// measured.
final class SliceSource implements ItemSource {
    private final UnzipStage archive;
    private final boolean repeats;
    private final long endNanos;
    private int left;

    /// A source that has handed out nothing.
    ///
    /// @param repeats whether the archive begins again at its end
    /// @param uploads items at most
    /// @param endNanos from when on it hands out nothing more
    SliceSource(UnzipStage archive, boolean repeats, int uploads, long endNanos) {
        this.archive = archive;
        this.repeats = repeats;
        this.left = uploads;
        this.endNanos = endNanos;
    }

    @Override
    public Optional<UnzipResult> next(long nowNanos) {
        // By differences: a ticker may wrap around.
        if (left <= 0 || nowNanos - endNanos >= 0) {
            return Optional.empty();
        }
        left--;
        Optional<UnzipResult> next = archive.next();
        if (next.isPresent() || !repeats) {
            return next;
        }
        archive.rewind();
        return archive.next();
    }
}
