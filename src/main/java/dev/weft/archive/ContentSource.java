package dev.weft.archive;

import java.util.SplittableRandom;

/// Generates the bytes of one file of a made archive.
sealed interface ContentSource permits RandomBytes, RandomText {
    /// Writes the next bytes to the start of the array.
    ///
    /// @param count number of bytes; a multiple of 8 in all calls but the last, so that the content
    ///   is independent of the chunk size
    void fill(byte[] into, int count);

    /// Returns the source for one file.
    static ContentSource of(FileContent content, SplittableRandom random) {
        return switch (content) {
            case RANDOM -> new RandomBytes(random);
            case TEXT -> new RandomText(random);
        };
    }
}
