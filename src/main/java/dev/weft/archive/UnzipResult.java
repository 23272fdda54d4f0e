package dev.weft.archive;

import java.util.Objects;

/// What came out of the archive for one of its files.
public sealed interface UnzipResult {
    /// A file that came out.
    record Ready(Item item) implements UnzipResult {
        public Ready {
            Objects.requireNonNull(item);
        }
    }

    /// A file that did not. The files after it still come out.
    ///
    /// @param index its place among the files of the archive, from 0, directories not counted
    /// @param name its name in the archive, as it stands there
    /// @param size its unzipped size in bytes, as the archive states it
    /// @param code one word for statistics, see [EntryFault]
    /// @param message one sentence for a person
    record Broken(int index, String name, long size, String code, String message)
            implements UnzipResult {
        public Broken {
            Objects.requireNonNull(name);
            Objects.requireNonNull(code);
            Objects.requireNonNull(message);
        }
    }
}
