package dev.weft.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testing.Zips;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Zips with a few bytes changed at random, from a fixed seed. The JDK's reader is the oracle for
/// those that it reads too.
class MutatedArchiveTest {
    private static final int ZIPS = 1_000;
    private static final long[] TELLING = {
        0, 1, 8, 0x7F, 0xFF, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFFL, 0x0605_4b50, 0x0403_4b50
    };

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isRefusedOrComesOutFileByFile(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Zips whole = whole();
        Path zip = folder.resolve("mutated.zip");
        int opened = 0;
        int read = 0;
        for (int round = 0; round < ZIPS; round++) {
            Files.write(zip, mutated(whole, random).bytes());
            long limit = random.nextBoolean() ? ReadArchive.IN_MEMORY : ReadArchive.STREAMED;
            try (UnzipStage stage = UnzipStage.open(zip, limit)) {
                opened++;
                List<Unzipped> all = ReadArchive.rest(stage);
                assertThat(all).hasSize(stage.items().files());
                read += agreeing(all, oracle(zip));
            } catch (ArchiveException refused) {
                assertThat(refused).hasMessageStartingWith(zip + " ");
            }
        }
        // Else the test would show nothing.
        assertThat(opened).isBetween(ZIPS / 10, ZIPS - ZIPS / 10);
        assertThat(read).isGreaterThan(ZIPS / 10);
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

    private static Zips mutated(Zips whole, SplittableRandom random) {
        Zips mutated = whole;
        int changes = random.nextInt(1, 4);
        for (int change = 0; change < changes; change++) {
            // Most bytes are data; what leads to it is where the traps are.
            int from = random.nextInt(4) == 0 ? 0 : whole.directoryStart();
            int at = random.nextInt(from, whole.bytes().length);
            int count = Math.min(1 << random.nextInt(3), whole.bytes().length - at);
            long value =
                    random.nextBoolean()
                            ? TELLING[random.nextInt(TELLING.length)]
                            : random.nextLong();
            mutated = mutated.patched(at, count, value);
        }
        return mutated;
    }

    /// How many files came out. Where the oracle reads them too, they are the same.
    private static int agreeing(List<Unzipped> all, List<Optional<byte[]>> oracle) {
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

    private static Optional<byte[]> content(Unzipped unzipped) {
        return switch (unzipped) {
            case Unzipped.Ready ready -> verified(ready.item());
            case Unzipped.Broken broken -> {
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
