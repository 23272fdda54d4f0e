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

/// Makes archives.
///
/// The same recipe makes the same bytes, on every machine for [FileContent#RANDOM], and wherever
/// zlib is the same for [FileContent#TEXT]. Content is drawn from `java.util.SplittableRandom`: one
/// generator of the recipe's seed, split once for each file in turn. Memory depends neither on the
/// number of files nor on their size.
public final class ZipMaker {
    private static final int CHUNK_BYTES = 64 * 1024;

    private ZipMaker() {}

    /// Makes an archive under a temporary name in the folder of the output and moves it into place.
    /// Where that fails or is interrupted, a file that was there stays as it was and nothing else
    /// is left.
    ///
    /// @param output the archive; its folder is made where there is none, and a file there is
    ///   replaced
    /// @param progress is told after every piece of a file how many of [ZipRecipe#bytes] are done
    /// @throws ArchiveException where the output cannot be written
    /// @throws InterruptedException where the thread was interrupted before the archive was in
    ///   place
    public static void make(ZipRecipe recipe, Path output, LongConsumer progress)
            throws ArchiveException, InterruptedException {
        checkReplaceable(recipe, output);
        Path folder = Objects.requireNonNull(output.toAbsolutePath().getParent());
        try {
            Files.createDirectories(folder);
            checkRoom(recipe, output, folder);
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

    /// A move would put the archive in the place of anything at all, a device included.
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

    /// Ends early what would end in a full disk. Text is deflated to nobody knows what, and a file
    /// system that states 0 may as well have no limit.
    private static void checkRoom(ZipRecipe recipe, Path output, Path folder)
            throws IOException, ArchiveException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (recipe.content() == FileContent.RANDOM && free > 0 && free < recipe.bytes()) {
            throw new ArchiveException(
                    "%s needs %d bytes and its disk has only %d free; free some, choose another folder, or make fewer or smaller files"
                            .formatted(output, recipe.bytes(), free));
        }
    }

    /// Says why the operating system does not let us write a file.
    static ArchiveException unwritable(Path output, IOException reason) {
        String why =
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
                        .formatted(output, why),
                reason);
    }
}
