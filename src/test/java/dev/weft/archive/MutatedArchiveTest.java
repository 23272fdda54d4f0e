package dev.weft.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.weft.testing.Mutations;
import dev.weft.testing.ZipDraft;
import dev.weft.testing.ZipDraft.Form;
import dev.weft.testing.Zips;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Zips with a few bytes changed at random, from a seed. The JDK's reader is the oracle for those
/// that it reads too.
class MutatedArchiveTest {
    /// Above what three small files, the tail of an archive and a window of a directory take, and
    /// far below what a header can claim.
    private static final long MOST_BYTES_ALLOCATED = 16 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir Path folder;
    private int opened;
    private int read;

    static LongStream seeds() {
        return Mutations.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Timeout(600)
    void isRefusedOrComesOutFileByFile(long seed) throws Exception {
        Mutations mutations = new Mutations(seed);
        Zips usual = whole();
        ZipDraft draft =
                new ZipDraft()
                        .file("wide", Form.WIDE, Form.DEFLATED, Form.DESCRIPTOR, Form.COMMENT)
                        .file("bare", Form.DEFLATED, Form.BARE_DESCRIPTOR);
        Zips wide = draft.end(Form.WIDE, Form.COMMENT);
        int wideDirectory = wide.bytes().length - lengthOfEnd(draft);
        Path zip = folder.resolve("mutated.zip");
        for (int round = 0; round < Mutations.count(); round++) {
            byte[] mutated =
                    switch (mutations.random().nextInt(8)) {
                        case 0 -> mutations.ofPieces(usual.bytes());
                        case 1 -> mutations.ofPieces(wide.bytes());
                        case 2, 3 -> mutations.ofNumbers(wide.bytes(), wideDirectory);
                        default -> mutations.ofNumbers(usual.bytes(), usual.directoryStart());
                    };
            Files.write(zip, mutated);
            try {
                check(zip, mutations.random().nextBoolean());
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed %d, round %d".formatted(seed, round), e);
            }
        }
        // Else the test would show nothing.
        int rounds = Mutations.count();
        assertThat(opened).isBetween(rounds / 10, rounds - rounds / 10);
        assertThat(read).isGreaterThan(rounds / 10);
    }

    /// Length of the directory and of all that follows it.
    private static int lengthOfEnd(ZipDraft draft) {
        return draft.parts().stream()
                .filter(part -> !part.name().startsWith("local") && !part.name().startsWith("data"))
                .mapToInt(part -> part.end() - part.start())
                .sum();
    }

    private void check(Path zip, boolean inMemory) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try (UnzipStage stage =
                UnzipStage.open(zip, inMemory ? ReadArchive.IN_MEMORY : ReadArchive.STREAMED)) {
            opened++;
            List<UnzipResult> all = ReadArchive.rest(stage);
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                    .isLessThan(MOST_BYTES_ALLOCATED);
            assertThat(all).hasSize(stage.items().files());
            read += agreeing(all, oracle(zip));
        } catch (ArchiveException refused) {
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                    .isLessThan(MOST_BYTES_ALLOCATED);
            assertThat(refused).hasMessageStartingWith(zip + " ");
        }
    }

    private static Zips whole() {
        return Zips.written(
                out -> {
                    out.setComment("comment");
                    out.putNextEntry(new ZipEntry("folder/"));
                    Zips.putStored(out, "folder/stored", Zips.contentOf("stored"));
                    out.putNextEntry(new ZipEntry("deflated"));
                    out.write(Zips.contentOf("deflated"));
                    Zips.putStored(out, "empty", new byte[0]);
                });
    }

    /// How many files came out. Where the oracle reads them too, they are the same.
    private static int agreeing(List<UnzipResult> all, List<Optional<byte[]>> oracle) {
        int agreeing = 0;
        for (int index = 0; index < all.size(); index++) {
            Optional<byte[]> ours = content(all.get(index));
            if (ours.isPresent()) {
                agreeing++;
                if (oracle.size() == all.size() && oracle.get(index).isPresent()) {
                    assertThat(ours.get()).isEqualTo(oracle.get(index).get());
                }
            }
        }
        return agreeing;
    }

    private static Optional<byte[]> content(UnzipResult unzipped) {
        return switch (unzipped) {
            case UnzipResult.Ready ready -> verified(ready.item());
            case UnzipResult.Broken broken -> {
                assertThat(broken.message()).startsWith("entry ");
                yield Optional.empty();
            }
        };
    }

    private static Optional<byte[]> verified(Item item) {
        try {
            byte[] bytes = ReadArchive.bytes(item);
            CRC32 crc32 = new CRC32();
            crc32.update(bytes);
            assertThat(crc32.getValue()).isEqualTo(item.crc32());
            assertThat(bytes).hasSize(Math.toIntExact(item.size()));
            return Optional.of(bytes);
        } catch (BrokenEntryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError("any other exception is the disk's", e);
        }
    }

    /// What the JDK reads of every file, empty for one that it cannot read; nothing at all where it
    /// refuses the zip.
    private static List<Optional<byte[]>> oracle(Path path) throws IOException {
        List<Optional<byte[]>> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    files.add(read(zip, entry));
                }
            }
        } catch (ZipException | EOFException e) {
            files.clear();
        }
        return files;
    }

    private static Optional<byte[]> read(ZipFile zip, ZipEntry entry) {
        // Right after the entry was listed the JDK finds its bytes by place and not by name.
        try (InputStream stream = zip.getInputStream(entry)) {
            return Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
