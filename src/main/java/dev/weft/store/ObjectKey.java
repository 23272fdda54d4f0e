package dev.weft.store;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// How an item is named in the bucket: `<prefix><index>-<name>`, the index with eight digits.
///
/// The index keeps two entries of one name apart, and makes the bucket's own order that of the
/// archive. No key has an empty segment or one of dots: clients, proxies and servers do not agree
/// on what these are in the path of a URL.
public final class ObjectKey {
    /// The longest key that S3 takes, in bytes of UTF-8.
    public static final int LONGEST_BYTES = 1024;

    private static final int MOST_BYTES_OF_A_CHAR = 3;

    /// What would be an empty segment, and `.` or `..` as a whole segment. The first segment of a
    /// name is never one of these: the index stands before it.
    private static final Pattern NO_SEGMENT = Pattern.compile("(?<=/)(?:/|\\.\\.?(?=/|\\z))");

    private ObjectKey() {}

    /// The key of one item.
    ///
    /// @param prefix what every key of the pass begins with, a slash at its end
    /// @param index the place of the item in its archive, from 0
    /// @param name its name in the archive; `a//b` becomes `a/%2Fb` and `a/../b` becomes
    ///   `a/%2E%2E/b`, in the key itself, and all else stays
    public static String of(String prefix, int index, String name) {
        // In any locale: some have digits of their own.
        return String.format(Locale.ROOT, "%s%08d-%s", prefix, index, segments(name));
    }

    private static String segments(String name) {
        return name.contains("//") || name.contains("/.")
                ? NO_SEGMENT
                        .matcher(name)
                        .replaceAll(match -> match.group().replace("/", "%2F").replace(".", "%2E"))
                : name;
    }

    /// Whether S3 takes no key as long as this one.
    static boolean isTooLong(String key) {
        return key.length() > LONGEST_BYTES / MOST_BYTES_OF_A_CHAR
                && key.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES;
    }
}
