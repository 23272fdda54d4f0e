package dev.weft.archive;

import java.io.IOException;
import java.nio.file.Path;

/// A program that makes an archive and reads it to its end, for a JVM of its own.
final class MakeAndRead {
    /// The argument that makes it wait in the middle, for as long as it lives.
    static final String STALLED = "stalled";

    /// Output at the start of the wait.
    static final String STALLING = "stalling";

    private MakeAndRead() {}

    /// Takes files, bytes, content, path, and perhaps [#STALLED].
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ZipRecipe recipe =
                new ZipRecipe(
                        Integer.parseInt(arguments[0]),
                        Long.parseLong(arguments[1]),
                        FileContent.valueOf(arguments[2]),
                        1);
        Path zip = Path.of(arguments[3]);
        try {
            ZipMaker.make(recipe, zip, arguments.length > 4 ? MakeAndRead::stall : done -> {});
            System.out.println(read(zip));
        } catch (ArchiveException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void stall(long done) {
        if (done > 1_000_000) {
            System.out.println(STALLING);
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String read(Path zip) throws IOException, ArchiveException {
        int files = 0;
        long bytes = 0;
        try (UnzipStage stage = UnzipStage.open(zip, 1 << 20)) {
            for (var next = stage.next(); next.isPresent(); next = stage.next()) {
                if (next.get() instanceof UnzipResult.Ready ready) {
                    files++;
                    bytes += ReadArchive.length(ready.item());
                }
            }
        }
        return "%d files of %d bytes".formatted(files, bytes);
    }
}
