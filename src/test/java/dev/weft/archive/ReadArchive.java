package dev.weft.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What comes out of an archive, read to the end.
final class ReadArchive {
    /// A limit that the items of most tests stay below.
    static final long IN_MEMORY = 1 << 20;

    /// A limit that only items of no bytes stay below.
    static final long STREAMED = 0;

    private ReadArchive() {}

    /// All that comes out of a stage from here on.
    static List<UnzipResult> rest(UnzipStage stage) {
        List<UnzipResult> all = new ArrayList<>();
        for (var next = stage.next(); next.isPresent(); next = stage.next()) {
            all.add(next.get());
        }
        return all;
    }

    /// All items that come out of a stage from here on. A broken one is a mistake.
    static List<Item> items(UnzipStage stage) {
        return rest(stage).stream()
                .map(
                        unzipped ->
                                switch (unzipped) {
                                    case UnzipResult.Ready ready -> ready.item();
                                    case UnzipResult.Broken broken ->
                                            throw new AssertionError(broken.message());
                                })
                .toList();
    }

    /// The bytes of an item.
    static byte[] bytes(Item item) throws IOException {
        try (InputStream stream = item.content().open()) {
            return stream.readAllBytes();
        }
    }

    /// How many bytes an item has, read in constant memory.
    static long length(Item item) throws IOException {
        try (InputStream stream = item.content().open()) {
            return stream.transferTo(OutputStream.nullOutputStream());
        }
    }

    /// What becomes of every file of an archive, whether it shows when it is unzipped or when it is
    /// read: `name: ok` with its first bytes, or `name: code`.
    static List<String> fates(Path zip, long inMemoryLimitBytes) throws ArchiveException {
        try (UnzipStage stage = UnzipStage.open(zip, inMemoryLimitBytes)) {
            return rest(stage).stream().map(ReadArchive::fate).toList();
        }
    }

    /// What becomes of every file of an archive, in full: `name: ok`, or its code and its sentence.
    static List<String> outcomes(Path zip, long inMemoryLimitBytes) throws ArchiveException {
        try (UnzipStage stage = UnzipStage.open(zip, inMemoryLimitBytes)) {
            return rest(stage).stream().map(ReadArchive::outcome).toList();
        }
    }

    private static String outcome(UnzipResult unzipped) {
        return switch (unzipped) {
            case UnzipResult.Ready(Item item) -> outcome(item);
            case UnzipResult.Broken broken -> broken.code() + ": " + broken.message();
        };
    }

    private static String outcome(Item item) {
        try {
            return length(item) == item.size() ? item.name() + ": ok" : "another length";
        } catch (BrokenEntryException e) {
            return e.fault().code() + ": " + e.getMessage();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String fate(UnzipResult unzipped) {
        return switch (unzipped) {
            case UnzipResult.Ready ready -> ready.item().name() + ": " + fate(ready.item());
            case UnzipResult.Broken broken -> broken.name() + ": " + broken.code();
        };
    }

    private static String fate(Item item) {
        try {
            String text = new String(bytes(item), StandardCharsets.UTF_8);
            return "ok " + text.substring(0, Math.min(text.length(), 12));
        } catch (BrokenEntryException e) {
            return e.fault().code();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
