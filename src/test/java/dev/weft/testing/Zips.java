package dev.weft.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip as bytes, made by the JDK and then changed by surgery: what no honest program writes.
///
/// Every operation gives a new zip. Entries are counted from 0, in the order in which they were
/// added.
@SuppressWarnings("ArrayRecordComponent") // Nobody compares zips, and every operation copies.
public record Zips(byte[] bytes) {
    private static final int LOCAL = 0x04034b50;
    private static final int DIRECTORY = 0x02014b50;
    private static final int END = 0x06054b50;

    /// The fields of an entry that surgery reaches: where each is in the directory and, where it is
    /// there too, in the local header.
    public enum Field {
        FLAGS(8, 6, 2),
        METHOD(10, 8, 2),
        CRC32(16, 14, 4),
        COMPRESSED_SIZE(20, 18, 4),
        SIZE(24, 22, 4),
        HEADER_OFFSET(42, -1, 4);

        private final int inDirectory;
        private final int inHeader;
        private final int bytes;

        Field(int inDirectory, int inHeader, int bytes) {
            this.inDirectory = inDirectory;
            this.inHeader = inHeader;
            this.bytes = bytes;
        }
    }

    /// A zip of no entries.
    public static Zips empty() {
        return written(zip -> {});
    }

    /// A zip of those files, stored, each with its own name as its content.
    public static Zips stored(String... names) {
        return written(
                zip -> {
                    for (String name : names) {
                        putStored(zip, name, contentOf(name));
                    }
                });
    }

    /// A zip of those files, deflated, each with its own name as its content.
    public static Zips deflated(String... names) {
        return written(
                zip -> {
                    for (String name : names) {
                        zip.putNextEntry(new ZipEntry(name));
                        zip.write(contentOf(name));
                        zip.closeEntry();
                    }
                });
    }

    /// What the files of [#stored] and [#deflated] hold: their name, over and over, 600 bytes in
    /// all.
    public static byte[] contentOf(String name) {
        byte[] one = (name + ".").getBytes(StandardCharsets.UTF_8);
        byte[] content = new byte[600];
        for (int at = 0; at < content.length; at++) {
            content[at] = one[at % one.length];
        }
        return content;
    }

    /// Writes a zip with the JDK's own writer.
    public static Zips written(Script script) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            script.write(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Zips(bytes.toByteArray());
    }

    /// Writes entries.
    @FunctionalInterface
    public interface Script {
        /// Writes them.
        void write(ZipOutputStream zip) throws IOException;
    }

    /// Writes a stored file.
    public static void putStored(ZipOutputStream zip, String name, byte[] content)
            throws IOException {
        CRC32 crc32 = new CRC32();
        crc32.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc32.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /// Saves the zip.
    public Path in(Path folder) {
        try {
            return Files.write(Files.createTempFile(folder, "corpus", ".zip"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With another value in a field of an entry, in the directory and in its header.
    public Zips with(int entry, Field field, long value) {
        Zips changed = withInDirectory(entry, field, value);
        return field.inHeader < 0
                ? changed
                : changed.patched(headerOf(entry) + field.inHeader, field.bytes, value);
    }

    /// With another value in a field of an entry, in the directory only.
    public Zips withInDirectory(int entry, Field field, long value) {
        return patched(recordOf(entry) + field.inDirectory, field.bytes, value);
    }

    /// With another name of the same length for an entry, in the directory and in its header.
    public Zips withName(int entry, byte[] name) {
        return overwritten(recordOf(entry) + 46, name).overwritten(headerOf(entry) + 30, name);
    }

    /// With that number in so many bytes, the lowest first.
    public Zips patched(int at, int count, long value) {
        byte[] patch =
                Arrays.copyOf(
                        ByteBuffer.allocate(Long.BYTES)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putLong(value)
                                .array(),
                        count);
        return overwritten(at, patch);
    }

    /// With other bytes from that place on.
    public Zips overwritten(int at, byte[] patch) {
        byte[] changed = bytes.clone();
        System.arraycopy(patch, 0, changed, at, patch.length);
        return new Zips(changed);
    }

    /// With one byte changed.
    public Zips flipped(int at) {
        return patched(at, 1, ~bytes[at]);
    }

    /// Cut to a length.
    public Zips cut(int length) {
        return new Zips(Arrays.copyOf(bytes, length));
    }

    /// With bytes put in at a place. Nothing that points behind it is moved.
    public Zips inserted(int at, byte[] insertion) {
        return new Zips(
                ByteBuffer.allocate(bytes.length + insertion.length)
                        .put(bytes, 0, at)
                        .put(insertion)
                        .put(bytes, at, bytes.length - at)
                        .array());
    }

    /// With other bytes behind its end.
    public Zips followedBy(byte[] junk) {
        return inserted(bytes.length, junk);
    }

    /// With its directory so many times over: entries that share their bytes.
    public Zips listed(int times) {
        byte[] directory = Arrays.copyOfRange(bytes, directoryStart(), endRecord());
        ByteBuffer all = ByteBuffer.allocate(directory.length * times);
        for (int time = 0; time < times; time++) {
            all.put(directory);
        }
        Zips longer =
                inserted(endRecord(), Arrays.copyOf(all.array(), all.limit() - directory.length));
        return longer.patched(longer.endRecord() + 8, 2, times)
                .patched(longer.endRecord() + 10, 2, times)
                .patched(longer.endRecord() + 12, 4, all.limit());
    }

    /// Position of an entry's record in the directory.
    public int recordOf(int entry) {
        int at = directoryStart();
        for (int passed = 0; passed < entry; passed++) {
            at += 46 + shortAt(at + 28) + shortAt(at + 30) + shortAt(at + 32);
        }
        require(at, DIRECTORY);
        return at;
    }

    /// Position of an entry's local header.
    public int headerOf(int entry) {
        int at = intAt(recordOf(entry) + 42);
        require(at, LOCAL);
        return at;
    }

    /// Position of an entry's data.
    public int dataOf(int entry) {
        int header = headerOf(entry);
        return header + 30 + shortAt(header + 26) + shortAt(header + 28);
    }

    /// Position of the directory.
    public int directoryStart() {
        return intAt(endRecord() + 16);
    }

    /// Position of the record at the end.
    public int endRecord() {
        for (int at = bytes.length - 22; at >= 0; at--) {
            if (intAt(at) == END) {
                return at;
            }
        }
        throw new IllegalStateException("no end record");
    }

    /// The number in two bytes.
    public int shortAt(int at) {
        return Short.toUnsignedInt(view().getShort(at));
    }

    /// The number in four bytes.
    public int intAt(int at) {
        return view().getInt(at);
    }

    private void require(int at, int signature) {
        if (intAt(at) != signature) {
            throw new IllegalStateException("surgery went wrong at " + at);
        }
    }

    private ByteBuffer view() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
