package dev.weft.archive;

/// What the end of an archive says: where its directory is.
///
/// @param directoryStart position of the directory in the file
/// @param directoryBytes length of the directory
/// @param base position in the file that the archive counts from: the length of what somebody put
///   before it
/// @param entries how many entries the directory has
/// @param disk 0, or which part of an archive that was split into several files this is
/// @param comment of the archive
record EndRecord(
        long directoryStart,
        long directoryBytes,
        long base,
        long entries,
        long disk,
        String comment) {
    /// What the record begins with.
    static final int SIGNATURE = 0x06054b50;

    /// What the Zip64 record begins with.
    static final int WIDE_SIGNATURE = 0x06064b50;

    /// What the record that says where the Zip64 record is begins with.
    static final int LOCATOR_SIGNATURE = 0x07064b50;

    /// Bytes of the record before its comment.
    static final int FIXED_BYTES = 22;

    /// Bytes of the Zip64 record.
    static final int WIDE_BYTES = 56;

    /// Bytes of the record that says where the Zip64 record is.
    static final int LOCATOR_BYTES = 20;
}
