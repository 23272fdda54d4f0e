package dev.weft.archive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/// Makes an archive from a recipe, in constant memory.
///
/// The same recipe makes the same bytes: with [FileContent#RANDOM] on every machine, with
/// [FileContent#TEXT] if the version of zlib is the same. The content comes from one
/// `java.util.SplittableRandom` with the seed of the recipe, split once per file, in order.
public final class ZipMaker {
    private static final int CHUNK_BYTES = 64 * 1024;

    private ZipMaker() {}

    /// Writes an archive to a temporary file in the folder of the output, then moves it into place.
    /// After a failure or an interrupt, an existing output is unchanged and the temporary files are
    /// deleted.
    ///
    /// @param output path of the archive; missing folders are made, an existing file is replaced
    /// @param progress receives the number of unzipped bytes written so far, up to
    ///   [ZipRecipe#bytes], after every chunk
    /// @throws ArchiveException if the output cannot be written
    /// @throws InterruptedException if the thread is interrupted while files are generated
    public static void make(ZipRecipe recipe, Path output, LongConsumer progress)
            throws ArchiveException, InterruptedException {
        checkReplaceable(recipe, output);
        Path folder = Objects.requireNonNull(output.toAbsolutePath().getParent());
        try {
            Files.createDirectories(folder);
            checkFreeSpace(recipe, output, folder);
            try (TemporaryFile zip = TemporaryFile.in(folder);
                    TemporaryFile directory = TemporaryFile.in(folder)) {
                write(recipe, zip.path(), directory.path(), progress);
                Files.move(zip.path(), output, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw unwritable(output, e);
        }
    }

    private static void write(
            ZipRecipe recipe, Path zipPath, Path directoryPath, LongConsumer progress)
            throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(recipe.seed());
        byte[] chunk = new byte[CHUNK_BYTES];
        long done = 0;
        try (ZipWriter writer = new ZipWriter(zipPath, directoryPath)) {
            for (int index = 0; index < recipe.files(); index++) {
                stopIfInterrupted();
                ContentSource source = ContentSource.of(recipe.content(), random.split());
                writer.begin(
                        recipe.entryName(index), recipe.content().method(), recipe.fileBytes());
                for (long left = recipe.fileBytes(); left > 0; ) {
                    int count = (int) Math.min(left, CHUNK_BYTES);
                    source.fill(chunk, count);
                    writer.write(chunk, count);
                    left -= count;
                    done += count;
                    progress.accept(done);
                    stopIfInterrupted();
                }
                writer.end();
            }
            writer.finish(recipe.comment());
        }
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while the archive was made");
        }
    }

    /// The move would replace any existing file, even a device.
    private static void checkReplaceable(ZipRecipe recipe, Path output) throws ArchiveException {
        if (Files.isDirectory(output)) {
            throw new ArchiveException(
                    "%s is a folder; name a file in it, such as %s"
                            .formatted(output, output.resolve(recipe.fileName())));
        }
        if (Files.exists(output) && !Files.isRegularFile(output)) {
            throw new ArchiveException(
                    "%s is not a regular file and will not be replaced; name another file"
                            .formatted(output));
        }
    }

    /// Fails early if the disk is too small. Skipped for text, whose deflated size is unknown, and
    /// for file systems that report 0, which may have no limit.
    private static void checkFreeSpace(ZipRecipe recipe, Path output, Path folder)
            throws IOException, ArchiveException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (recipe.content() == FileContent.RANDOM && free > 0 && free < recipe.bytes()) {
            throw new ArchiveException(
                    "%s needs %d bytes and its disk has only %d free; free some, choose another folder, or make fewer or smaller files"
                            .formatted(output, recipe.bytes(), free));
        }
    }

    /// Describes a write error of the operating system.
    static ArchiveException unwritable(Path output, IOException reason) {
        String cause =
                switch (reason) {
                    case AccessDeniedException _ -> "no permission to write in its folder";
                    case FileAlreadyExistsException file ->
                            "%s is a file and not a folder".formatted(file.getFile());
                    case FileSystemException system when system.getReason() != null ->
                            system.getReason();
                    default -> String.valueOf(reason.getMessage());
                };
        return new ArchiveException(
                "%s cannot be written (%s); check the path, its permissions and the free space on its disk, or choose another folder"
                        .formatted(output, cause),
                reason);
    }
}
