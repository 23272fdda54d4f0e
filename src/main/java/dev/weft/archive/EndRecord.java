package dev.weft.archive;

/// The end record of an archive, which locates its directory.
///
/// @param directoryStart position of the directory in the file
/// @param directoryBytes length of the directory
/// @param base position of the archive's offset 0 in the file: the length of any data before the
///   archive
/// @param entries number of entries in the directory
/// @param disk number of this part of a split archive, from 0; 0 for an archive in one file
/// @param comment comment of the archive
record EndRecord(
        long directoryStart,
        long directoryBytes,
        long base,
        long entries,
        long disk,
        String comment) {
    /// First four bytes of the record.
    static final int SIGNATURE = 0x06054b50;

    /// First four bytes of the Zip64 record.
    static final int WIDE_SIGNATURE = 0x06064b50;

    /// First four bytes of the locator of the Zip64 record.
    static final int LOCATOR_SIGNATURE = 0x07064b50;

    /// Length in bytes of the part of the record before its comment.
    static final int FIXED_BYTES = 22;

    /// Length in bytes of the Zip64 record.
    static final int WIDE_BYTES = 56;

    /// Length in bytes of the locator of the Zip64 record.
    static final int LOCATOR_BYTES = 20;
}
