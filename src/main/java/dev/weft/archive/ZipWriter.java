package dev.weft.archive;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes a zip in constant memory. Collects the directory in a second file until the end.
///
/// `java.util.zip.ZipOutputStream` is unsuitable. It keeps objects for every entry until it is
/// closed, and its output may change with the JDK. This output is the same on every JDK, except for
/// deflated data.
final class ZipWriter implements Closeable {
    private static final int CHUNK_BYTES = 64 * 1024;

    private final PatchableOutput zip;
    private final Path directoryPath;
    private final OutputStream directory;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final CRC32 crc32 = new CRC32();
    private EntryEncoder entry = EntryEncoder.NONE;
    private long dataStart;
    private long entries;

    /// Opens both files.
    ///
    /// @param zipPath path of a new or empty file
    /// @param directoryPath path of a temporary file, which is overwritten
    ZipWriter(Path zipPath, Path directoryPath) throws IOException {
        this.directoryPath = directoryPath;
        this.directory = new BufferedOutputStream(Files.newOutputStream(directoryPath));
        try {
            this.zip = new PatchableOutput(zipPath.toFile());
        } catch (IOException e) {
            directory.close();
            throw e;
        }
    }

    /// Starts an entry. Call [#end] before the next one.
    ///
    /// @param name in ASCII
    /// @param method [DirectoryEntry#STORED] or [DirectoryEntry#DEFLATED]
    /// @param size unzipped size in bytes
    void begin(String name, int method, long size) throws IOException {
        entry = new EntryEncoder(name, method, 0, 0, size, zip.position());
        zip.write(entry.localHeader());
        dataStart = zip.position();
        crc32.reset();
        deflater.reset();
    }

    /// Appends the first `count` unzipped bytes of the array to the entry.
    void write(byte[] bytes, int count) throws IOException {
        crc32.update(bytes, 0, count);
        if (entry.method() == DirectoryEntry.STORED) {
            zip.write(bytes, count);
        } else {
            deflater.setInput(bytes, 0, count);
            drainDeflater();
        }
    }

    /// Completes the entry.
    void end() throws IOException {
        if (entry.method() == DirectoryEntry.DEFLATED) {
            deflater.finish();
            drainDeflater();
        }
        entry = entry.completed(crc32.getValue(), zip.position() - dataStart);
        zip.patch(entry.headerOffset(), entry.localHeader());
        directory.write(entry.directoryRecord().array());
        entries++;
    }

    private void drainDeflater() throws IOException {
        for (int count = deflater.deflate(chunk); count > 0; count = deflater.deflate(chunk)) {
            zip.write(chunk, count);
        }
    }

    /// Completes the zip with the directory and the end record.
    void finish(String comment) throws IOException {
        directory.close();
        long directoryOffset = zip.position();
        try (InputStream records = Files.newInputStream(directoryPath)) {
            for (int count = records.read(chunk); count > 0; count = records.read(chunk)) {
                zip.write(chunk, count);
            }
        }
        long directoryBytes = zip.position() - directoryOffset;
        zip.write(new EndRecordEncoder(directoryOffset, directoryBytes, entries, comment).bytes());
        zip.flush();
    }

    /// Closes both files. Without [#finish] the zip stays incomplete.
    @Override
    public void close() throws IOException {
        deflater.end();
        try (zip) {
            directory.close();
        }
    }
}
