package dev.weft.archive;

/// Why an entry of an archive does not come out. All of the codes are here.
public enum EntryFault {
    /// The bytes are not those that went in: another CRC-32 than the directory states.
    CRC_MISMATCH("CrcMismatch"),
    /// More or fewer bytes than the directory states.
    SIZE_MISMATCH("SizeMismatch"),
    /// Compressed in a way other than stored and deflated.
    UNKNOWN_METHOD("UnknownMethod"),
    /// Encrypted.
    ENCRYPTED("Encrypted"),
    /// Compressed data that nothing could have been compressed to.
    CORRUPT_DATA("CorruptData"),
    /// Data that ends too early.
    TRUNCATED_DATA("TruncatedData"),
    /// No entry where the directory says that one begins.
    BAD_HEADER("BadHeader"),
    /// The operating system could not read the bytes.
    READ_ERROR("ReadError");

    private final String code;

    EntryFault(String code) {
        this.code = code;
    }

    /// One word for statistics.
    public String code() {
        return code;
    }
}
