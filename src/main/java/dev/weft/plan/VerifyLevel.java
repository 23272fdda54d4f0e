package dev.weft.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How closely the bucket is read back after a pass, from not at all to byte by byte.
public enum VerifyLevel {
    /// Not at all: no pass is verified.
    NONE,
    /// By listing it: names and sizes.
    LIST,
    /// By listing it, and a checksum of each object: the entity tag where it is the MD5, else the
    /// CRC-32 that the server keeps, which is a HEAD request for each object.
    CHECKSUM,
    /// By listing it, and getting each object: sizes and CRC-32 of the bytes that come back.
    CONTENT;

    /// The name on the command line and in files: lower case.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The level of that label.
    public static Optional<VerifyLevel> ofLabel(String label) {
        return Arrays.stream(values()).filter(level -> level.label().equals(label)).findFirst();
    }

    /// All labels as a sentence names them.
    public static String labels() {
        return Arrays.stream(values()).map(VerifyLevel::label).collect(Collectors.joining(", "));
    }
}
