package dev.weft.archive;

/// The result of unzipping one file of an archive.
public sealed interface UnzipResult {
    /// A file that is ready for upload.
    record Ready(Item item) implements UnzipResult {}

    /// A file that cannot be unzipped. The files after it can.
    ///
    /// @param index position among the files of the archive, from 0; directories are skipped
    /// @param name unchanged name in the archive
    /// @param size unzipped size in bytes, from the directory of the archive
    /// @param code one word for statistics, see [EntryFault]
    /// @param message one sentence for the user
    record Broken(int index, String name, long size, String code, String message)
            implements UnzipResult {}
}
