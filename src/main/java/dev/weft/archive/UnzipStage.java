package dev.weft.archive;

import dev.weft.plan.ItemsSummary;
import dev.weft.plan.UnzipLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.Inflater;

/// Unzips the files of an archive one at a time, in the order of its directory.
///
/// The archive is read on demand, and memory is independent of the number of entries. Only one
/// thread may call the stage. Other threads may read the content of items until the stage is
/// closed.
///
/// `java.util.zip.ZipFile` is unsuitable. It refuses a whole archive for one entry with an
/// unsupported method or name. It also finds data by name, so that it reads only one of two entries
/// with the same name.
public final class UnzipStage implements AutoCloseable {
    private static final long MAXIMUM_ARRAY_BYTES = Integer.MAX_VALUE - 8;

    private final ArchiveFile file;
    private final EndRecord end;
    private final Directory directory;
    private final ItemsSummary items;
    private final long inMemoryLimitBytes;
    private final Inflater inflater = new Inflater(true);

    private UnzipStage(OpenArchive archive, long inMemoryLimitBytes) {
        this.file = archive.file();
        this.end = archive.end();
        this.directory = archive.directory();
        this.items = archive.items();
        this.inMemoryLimitBytes = Math.min(inMemoryLimitBytes, MAXIMUM_ARRAY_BYTES);
    }

    /// Opens an archive with [UnzipLimits#STANDARD].
    ///
    /// @throws ArchiveException if the file is not a readable zip, has no files, or exceeds a limit
    public static UnzipStage open(Path zip, long inMemoryLimitBytes) throws ArchiveException {
        return open(zip, inMemoryLimitBytes, UnzipLimits.STANDARD);
    }

    /// Opens an archive and reads its directory. The data of entries stays unread.
    ///
    /// @param inMemoryLimitBytes largest unzipped size of a file that is held in memory; larger
    ///   files are streamed
    /// @param limits limits of the unzipped size
    /// @throws ArchiveException if the file is not a readable zip, has no files, or exceeds a limit
    public static UnzipStage open(Path zip, long inMemoryLimitBytes, UnzipLimits limits)
            throws ArchiveException {
        if (inMemoryLimitBytes < 0) {
            throw new IllegalArgumentException(
                    "the limit of %d bytes in memory must not be negative"
                            .formatted(inMemoryLimitBytes));
        }
        return new UnzipStage(OpenArchive.of(zip, limits), inMemoryLimitBytes);
    }

    /// Returns the summary of the files, from the directory.
    public ItemsSummary items() {
        return items;
    }

    /// Unzips the next file. Empty after the last one.
    ///
    /// @throws UncheckedIOException if the directory is no longer readable
    public Optional<UnzipResult> next() {
        try {
            return directory.nextFile().map(this::unzip);
        } catch (IOException e) {
            throw new UncheckedIOException("the archive changed or its disk failed", e);
        }
    }

    /// Restarts at the first file.
    public void rewind() {
        directory.rewind();
    }

    private UnzipResult unzip(DirectoryEntry entry) {
        try {
            EntryBytes bytes = EntryBytes.locate(file, end, entry);
            Content content =
                    entry.size() <= inMemoryLimitBytes
                            ? new Content.InMemory(read(bytes))
                            : new Content.Streamed(bytes::open);
            return new UnzipResult.Ready(
                    new Item(
                            entry.index(),
                            entry.name().text(),
                            entry.size(),
                            entry.crc32(),
                            content));
        } catch (BrokenEntryException e) {
            return broken(entry, e);
        } catch (IOException e) {
            return broken(
                    entry,
                    new BrokenEntryException(
                            EntryFault.READ_ERROR,
                            entry,
                            "cannot be read (%s); check the archive and its disk"
                                    .formatted(e.getMessage())));
        }
    }

    private static UnzipResult.Broken broken(DirectoryEntry entry, BrokenEntryException e) {
        return new UnzipResult.Broken(
                entry.index(), entry.name().text(), entry.size(), e.fault().code(), e.getMessage());
    }

    private byte[] read(EntryBytes bytes) throws IOException {
        byte[] unzipped = new byte[Math.toIntExact(bytes.entry().size())];
        inflater.reset();
        try (InputStream stream = bytes.open(inflater)) {
            int count = stream.readNBytes(unzipped, 0, unzipped.length);
            // The extra read verifies entries without bytes, too.
            if (count != unzipped.length || stream.read() >= 0) {
                throw new IllegalStateException("verified bytes are not as many as stated");
            }
        }
        return unzipped;
    }

    @Override
    public void close() {
        inflater.end();
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the archive could not be closed", e);
        }
    }
}
