package dev.weft.csv;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Appends whole lines to a file under a header that is written once. Several threads and JVMs may
/// append to the same file: their lines never mix.
public final class LineFile implements AutoCloseable {
    private final Path path;
    private final Path realPath;
    private final RandomAccessFile file;
    private final byte[] header;
    private boolean headerChecked;

    private LineFile(Path path, RandomAccessFile file, String header) throws IOException {
        this.path = path;
        this.realPath = path.toRealPath();
        this.file = file;
        this.header = header.getBytes(StandardCharsets.UTF_8);
    }

    /// Opens a file for appending. Tests use an opener that simulates a full disk.
    ///
    /// It returns no channel, because an interrupt closes a channel in the middle of a write. That
    /// would lose the last rows of an interrupted run.
    @FunctionalInterface
    public interface FileOpener {
        /// Opens a file for reading and writing; creates it if it does not exist.
        RandomAccessFile open(Path path) throws IOException;

        /// Opens a file of the file system.
        static RandomAccessFile readWrite(Path path) throws IOException {
            return new RandomAccessFile(path.toFile(), "rw");
        }
    }

    /// Thrown if the first line of a file is not the expected header.
    static final class UnexpectedHeaderException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// Opens the file; creates it and its folder if they do not exist.
    ///
    /// @param header first line, with its line feed
    public static LineFile open(Path path, String header, FileOpener opener) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        RandomAccessFile file = opener.open(path);
        try {
            return new LineFile(path, file, header);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// Appends all of the lines or none: a partial write is undone.
    ///
    /// @param lines lines in UTF-8, each with its line feed
    /// @return truncated line that a crash left in the file and that was moved to another file
    /// @throws UnexpectedHeaderException if the file has another header
    public Optional<CorruptLine> append(byte[] lines) throws IOException {
        return ExclusiveAccess.withinThisJvm(
                realPath,
                () -> {
                    try (FileLock _ = ExclusiveAccess.lock(file, false)) {
                        Optional<CorruptLine> moved = prepareForAppend();
                        write(lines);
                        return moved;
                    }
                });
    }

    @Override
    public void close() throws IOException {
        ExclusiveAccess.withinThisJvm(
                realPath,
                () -> {
                    file.close();
                    return this;
                });
    }

    private Optional<CorruptLine> prepareForAppend() throws IOException {
        TruncatedLine truncated = TruncatedLine.of(path, file);
        if (!headerChecked) {
            checkHeader(truncated.start());
        }
        Optional<CorruptLine> moved = truncated.moveToSideFile();
        if (file.length() == 0) {
            write(header);
        }
        headerChecked = true;
        return moved;
    }

    private void checkHeader(long wholeLinesLength) throws IOException {
        byte[] found = new byte[(int) Math.min(header.length, file.length())];
        file.seek(0);
        file.readFully(found);
        // A crash may have truncated the header itself.
        boolean longEnough = wholeLinesLength == 0 || found.length == header.length;
        if (!longEnough || !Arrays.equals(found, 0, found.length, header, 0, found.length)) {
            throw new UnexpectedHeaderException();
        }
    }

    private void write(byte[] bytes) throws IOException {
        long end = file.length();
        try {
            file.seek(end);
            file.write(bytes, 0, bytes.length);
        } catch (IOException e) {
            undoWrite(end, e);
            throw e;
        }
    }

    private void undoWrite(long end, IOException reason) {
        try {
            file.setLength(end);
        } catch (IOException e) {
            // The file then ends with a truncated line, which the next append moves away.
            reason.addSuppressed(e);
        }
    }
}
