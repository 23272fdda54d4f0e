package dev.weft.store;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names the object of an item: `<prefix><index>-<name>`, the index with eight digits.
///
/// The index separates entries of equal name and sorts the keys in archive order. No segment of a
/// key is empty, `.` or `..`, because clients, proxies and servers treat these differently in a
/// URL.
public final class ObjectKey {
    /// Longest key that S3 accepts, in UTF-8 bytes.
    public static final int LONGEST_BYTES = 1024;

    private static final int MAX_BYTES_PER_CHAR = 3;

    /// Matches an empty segment, and `.` or `..` as a whole segment. The first segment of a name
    /// starts with the index, so it needs no match.
    private static final Pattern UNSAFE_SEGMENT = Pattern.compile("(?<=/)(?:/|\\.\\.?(?=/|\\z))");

    private ObjectKey() {}

    /// Key of an item.
    ///
    /// @param prefix common prefix of the keys of the pass, ending with a slash
    /// @param index position of the item in its archive, from 0
    /// @param name name in the archive; `a//b` becomes `a/%2Fb` and `a/../b` becomes `a/%2E%2E/b`
    ///   in the key itself
    public static String of(String prefix, int index, String name) {
        // Some locales have digits of their own.
        return String.format(Locale.ROOT, "%s%08d-%s", prefix, index, escapeSegments(name));
    }

    private static String escapeSegments(String name) {
        return name.contains("//") || name.contains("/.")
                ? UNSAFE_SEGMENT
                        .matcher(name)
                        .replaceAll(match -> match.group().replace("/", "%2F").replace(".", "%2E"))
                : name;
    }

    /// Whether the key exceeds [#LONGEST_BYTES].
    static boolean isTooLong(String key) {
        return key.length() > LONGEST_BYTES / MAX_BYTES_PER_CHAR
                && key.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
    }
}
