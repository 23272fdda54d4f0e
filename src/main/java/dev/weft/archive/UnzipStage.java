package dev.weft.archive;

import dev.weft.plan.ItemsSummary;
import dev.weft.plan.UnzipLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.Inflater;

/// The one stage that unzips: hands out the files of an archive, one at a time, in the order of its
/// directory.
///
/// The archive is read as the run goes on. Nothing an entry is kept, so that memory does not depend
/// on how many there are. Not safe to call from several threads, but the content of items may be
/// read by others at the same time, until the stage is closed.
///
/// It reads zips itself: `java.util.zip.ZipFile` refuses a whole archive for one entry of a method
/// or with a name that it does not know, and finds bytes by name, so that of two entries of one
/// name only one comes out.
public final class UnzipStage implements AutoCloseable {
    private static final long LONGEST_ARRAY_BYTES = Integer.MAX_VALUE - 8;

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
        this.inMemoryLimitBytes = Math.min(inMemoryLimitBytes, LONGEST_ARRAY_BYTES);
    }

    /// Opens an archive under the standard limits.
    ///
    /// @throws ArchiveException as below
    public static UnzipStage open(Path zip, long inMemoryLimitBytes) throws ArchiveException {
        return open(zip, inMemoryLimitBytes, UnzipLimits.STANDARD);
    }

    /// Opens an archive and reads its directory, nothing else.
    ///
    /// @param inMemoryLimitBytes larger files than that are streamed instead of held in memory
    /// @param limits what it may unzip to
    /// @throws ArchiveException where it is no zip, or cannot be read, or holds no files, or too
    ///   much
    public static UnzipStage open(Path zip, long inMemoryLimitBytes, UnzipLimits limits)
            throws ArchiveException {
        if (inMemoryLimitBytes < 0) {
            throw new IllegalArgumentException(
                    "the limit of %d bytes in memory must not be negative"
                            .formatted(inMemoryLimitBytes));
        }
        return new UnzipStage(OpenArchive.of(zip, limits), inMemoryLimitBytes);
    }

    /// What the files are, as the directory states it.
    public ItemsSummary items() {
        return items;
    }

    /// Unzips the next file. Empty after the last one.
    ///
    /// @throws UncheckedIOException where the directory, which was read before, cannot be read any
    ///   more
    public Optional<UnzipResult> next() {
        try {
            return directory.nextFile().map(this::unzip);
        } catch (IOException e) {
            throw new UncheckedIOException("the archive changed or its disk failed", e);
        }
    }

    /// Begins again with the first file.
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
            // Asked for one more, because an entry of no bytes is verified too.
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
