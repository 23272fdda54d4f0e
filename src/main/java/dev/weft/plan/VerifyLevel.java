package dev.weft.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Level of the verification of a pass.
public enum VerifyLevel {
    /// No verification.
    NONE,
    /// Names and sizes, by a listing.
    LIST,
    /// Names, sizes and checksums: by a listing where entity tags are MD5s, otherwise by a HEAD
    /// request for each object.
    CHECKSUM,
    /// Sizes and CRC-32 of the content of each object, by GET requests.
    CONTENT;

    /// Returns the name on the command line and in files, in lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Returns the level with a label.
    public static Optional<VerifyLevel> ofLabel(String label) {
        return Arrays.stream(values()).filter(level -> level.label().equals(label)).findFirst();
    }

    /// Returns all labels as text.
    public static String labels() {
        return Arrays.stream(values()).map(VerifyLevel::label).collect(Collectors.joining(", "));
    }
}
