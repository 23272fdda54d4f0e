package dev.weft.archive;

/// The reasons for which an entry of an archive cannot be unzipped, with their error codes.
public enum EntryFault {
    /// The CRC-32 of the bytes differs from the one in the directory.
    CRC_MISMATCH("CrcMismatch"),
    /// The number of bytes differs from the size in the directory.
    SIZE_MISMATCH("SizeMismatch"),
    /// The compression method is neither stored nor deflated.
    UNKNOWN_METHOD("UnknownMethod"),
    /// The entry is encrypted.
    ENCRYPTED("Encrypted"),
    /// The compressed data is invalid.
    CORRUPT_DATA("CorruptData"),
    /// The compressed data ends too early.
    TRUNCATED_DATA("TruncatedData"),
    /// The offset in the directory has no local header.
    BAD_HEADER("BadHeader"),
    /// The operating system could not read the bytes.
    READ_ERROR("ReadError");

    private final String code;

    EntryFault(String code) {
        this.code = code;
    }

    /// Returns the error code: one word for statistics.
    public String code() {
        return code;
    }
}
