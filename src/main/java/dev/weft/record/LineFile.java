package dev.weft.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// A file to which whole lines are appended, under a header that is written once. Several threads
/// and several JVMs may append to the same file: their lines never mix.
final class LineFile implements AutoCloseable {
    private final Path path;
    private final Path realPath;
    private final RandomAccessFile file;
    private final byte[] header;
    private boolean headerSeen;

    private LineFile(Path path, RandomAccessFile file, String header) throws IOException {
        this.path = path;
        this.realPath = path.toRealPath();
        this.file = file;
        this.header = header.getBytes(StandardCharsets.UTF_8);
    }

    /// Opens the file; makes it and its folder where they are not there.
    ///
    /// @param header the first line, its end included
    static LineFile open(Path path, String header, FileOpener opener) throws IOException {
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

    /// Appends whole lines, or nothing: what could be written only in part is taken back.
    ///
    /// @param lines in UTF-8, each with its end
    /// @param length how many bytes of that
    /// @return the unfinished line that a crash had left and that was moved out of the way
    /// @throws ForeignHeaderException when the file has another header
    Optional<CorruptLine> append(byte[] lines, int length) throws IOException {
        return ExclusiveAccess.among(
                realPath,
                () -> {
                    try (FileLock _ = ExclusiveAccess.lock(file, false)) {
                        Optional<CorruptLine> moved = prepare();
                        write(lines, length);
                        return moved;
                    }
                });
    }

    @Override
    public void close() throws IOException {
        ExclusiveAccess.among(
                realPath,
                () -> {
                    file.close();
                    return this;
                });
    }

    private Optional<CorruptLine> prepare() throws IOException {
        TruncatedLine unfinished = TruncatedLine.of(path, file);
        if (!headerSeen) {
            checkHeader(unfinished.start());
        }
        Optional<CorruptLine> moved = unfinished.moveAway();
        if (file.length() == 0) {
            write(header, header.length);
        }
        headerSeen = true;
        return moved;
    }

    private void checkHeader(long endOfLines) throws IOException {
        byte[] found = new byte[(int) Math.min(header.length, file.length())];
        file.seek(0);
        file.readFully(found);
        // A crash may have cut off the header itself.
        boolean longEnough = endOfLines == 0 || found.length == header.length;
        if (!longEnough || !Arrays.equals(found, 0, found.length, header, 0, found.length)) {
            throw new ForeignHeaderException();
        }
    }

    private void write(byte[] bytes, int length) throws IOException {
        long end = file.length();
        try {
            file.seek(end);
            file.write(bytes, 0, length);
        } catch (IOException e) {
            takeBack(end, e);
            throw e;
        }
    }

    private void takeBack(long end, IOException reason) {
        try {
            file.setLength(end);
        } catch (IOException e) {
            // What stays is an unfinished line, which the next append finds.
            reason.addSuppressed(e);
        }
    }
}
