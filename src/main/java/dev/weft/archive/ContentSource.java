package dev.weft.archive;

import java.util.SplittableRandom;

/// Where the bytes of one made file come from.
sealed interface ContentSource permits RandomBytes, RandomText {
    /// Puts the next bytes into the array, from its start on.
    ///
    /// @param count how many; a multiple of 8 in all calls but the last, or the bytes depend on it
    void fill(byte[] into, int count);

    /// The bytes of one file.
    static ContentSource of(FileContent content, SplittableRandom random) {
        return switch (content) {
            case RANDOM -> new RandomBytes(random);
            case TEXT -> new RandomText(random);
        };
    }
}
