package dev.weft.store;

import java.util.Locale;

/// How an item is named in the bucket: `<prefix><index>-<name>`, the index with eight digits.
///
/// The index keeps two entries of one name apart, and makes the bucket's own order that of the
/// archive.
public final class ObjectKey {
    private ObjectKey() {}

    /// The key of one item.
    ///
    /// @param prefix what every key of the pass begins with, a slash at its end
    /// @param index the place of the item in its archive, from 0
    /// @param name its name in the archive, as it stands there
    public static String of(String prefix, int index, String name) {
        // In any locale: some have digits of their own.
        return String.format(Locale.ROOT, "%s%08d-%s", prefix, index, name);
    }
}
