package dev.weft.verify;

import dev.weft.archive.ArchiveException;
import dev.weft.archive.Item;
import dev.weft.archive.UnzipResult;
import dev.weft.archive.UnzipStage;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.UnzipLimits;
import dev.weft.store.ObjectKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lists the files of an archive, and so the objects that a pass must leave in the bucket.
///
/// @param items description of the archive in the results
/// @param entries files in the order of the archive
public record ArchiveManifest(Path archive, ItemsSummary items, List<Entry> entries) {
    private static final long IN_MEMORY_BYTES = 1024 * 1024;

    /// One file of the archive.
    ///
    /// @param md5 MD5 of the content in hexadecimal digits; empty if the entry is broken, so that
    ///   no object may exist
    public record Entry(int index, String name, long size, long crc32, Optional<String> md5) {}

    public ArchiveManifest {
        entries = List.copyOf(entries);
    }

    /// Reads the whole archive once, under the standard limits.
    public static ArchiveManifest read(Path archive) throws ArchiveException {
        return read(archive, UnzipLimits.STANDARD);
    }

    /// Reads the whole archive once.
    ///
    /// @param limits limits of the unzipped size
    public static ArchiveManifest read(Path archive, UnzipLimits limits) throws ArchiveException {
        try (UnzipStage stage = UnzipStage.open(archive, IN_MEMORY_BYTES, limits)) {
            List<Entry> entries = new ArrayList<>(stage.items().files());
            for (Optional<UnzipResult> next = stage.next(); next.isPresent(); next = stage.next()) {
                entries.add(entry(next.get()));
            }
            return new ArchiveManifest(archive, stage.items(), entries);
        } catch (UncheckedIOException e) {
            throw new ArchiveException(
                    "%s could not be read to its end: %s".formatted(archive, e.getMessage()), e);
        }
    }

    /// Keys of a pass, in the order of the archive.
    public List<String> keys(String prefix) {
        return entries.stream().map(entry -> key(prefix, entry)).toList();
    }

    /// Size of the largest file, in bytes.
    public long largestBytes() {
        return entries.stream().mapToLong(Entry::size).max().orElse(0);
    }

    static String key(String prefix, Entry entry) {
        return ObjectKey.of(prefix, entry.index(), entry.name());
    }

    private static Entry entry(UnzipResult unzipped) {
        return switch (unzipped) {
            case UnzipResult.Ready(Item item) ->
                    new Entry(item.index(), item.name(), item.size(), item.crc32(), md5(item));
            case UnzipResult.Broken broken ->
                    new Entry(broken.index(), broken.name(), broken.size(), 0, Optional.empty());
        };
    }

    private static Optional<String> md5(Item item) {
        try {
            return Optional.of(item.md5());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
