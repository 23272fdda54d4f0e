package dev.weft.archive;

import static dev.weft.archive.ReadArchive.IN_MEMORY;
import static dev.weft.archive.ReadArchive.STREAMED;
import static dev.weft.testing.Zips.contentOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.plan.ItemsSummary;
import dev.weft.testing.Zips;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnzipStageTest {
    @TempDir Path folder;

    @Test
    void handsOutTheFilesInTheOrderOfTheDirectory() throws Exception {
        Path zip = Zips.deflated("b.txt", "a.txt", "c.txt").in(folder);
        try (UnzipStage stage = UnzipStage.open(zip, IN_MEMORY)) {
            List<Item> items = ReadArchive.items(stage);
            assertThat(items).extracting(Item::name).containsExactly("b.txt", "a.txt", "c.txt");
            assertThat(items).extracting(Item::index).containsExactly(0, 1, 2);
            for (Item item : items) {
                assertThat(ReadArchive.bytes(item)).isEqualTo(contentOf(item.name()));
                assertThat(item.size()).isEqualTo(600);
            }
        }
    }

    @Test
    void skipsDirectoriesAndDoesNotCountThem() throws Exception {
        Path zip =
                Zips.written(
                                out -> {
                                    out.putNextEntry(new ZipEntry("folder/"));
                                    Zips.putStored(out, "folder/a", contentOf("a"));
                                    out.putNextEntry(new ZipEntry("folder/inner/"));
                                    Zips.putStored(out, "folder/inner/b", contentOf("b"));
                                    out.putNextEntry(new ZipEntry("last/"));
                                })
                        .in(folder);
        try (UnzipStage stage = UnzipStage.open(zip, IN_MEMORY)) {
            assertThat(stage.items().files()).isEqualTo(2);
            List<Item> items = ReadArchive.items(stage);
            assertThat(items).extracting(Item::name).containsExactly("folder/a", "folder/inner/b");
            assertThat(items).extracting(Item::index).containsExactly(0, 1);
        }
    }

    @Test
    void beginsAgainAfterRewinding() throws Exception {
        Path zip = Zips.stored("a", "b", "c").in(folder);
        try (UnzipStage stage = UnzipStage.open(zip, IN_MEMORY)) {
            stage.next();
            stage.next();
            stage.rewind();
            assertThat(ReadArchive.items(stage)).extracting(Item::index).containsExactly(0, 1, 2);
            assertThat(stage.next()).isEmpty();
            stage.rewind();
            assertThat(ReadArchive.items(stage)).hasSize(3);
        }
    }

    @Test
    void holdsFilesUpToTheLimitInMemoryAndStreamsLargerOnes() throws Exception {
        Path zip =
                Zips.written(
                                out -> {
                                    Zips.putStored(out, "at the limit", new byte[100]);
                                    Zips.putStored(out, "above it", new byte[101]);
                                })
                        .in(folder);
        try (UnzipStage stage = UnzipStage.open(zip, 100)) {
            assertThat(ReadArchive.items(stage))
                    .extracting(item -> item.content().getClass().getSimpleName())
                    .containsExactly("InMemory", "Streamed");
        }
    }

    @Test
    void takesALimitBeyondTheLongestArrayForThatOne() throws Exception {
        Path zip = Zips.stored("a").in(folder);
        try (UnzipStage stage = UnzipStage.open(zip, Long.MAX_VALUE)) {
            assertThat(ReadArchive.bytes(ReadArchive.items(stage).getFirst()))
                    .isEqualTo(contentOf("a"));
        }
    }

    @Test
    void refusesANegativeLimit() {
        Path zip = Zips.stored("a").in(folder);
        assertThatThrownBy(() -> UnzipStage.open(zip, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the limit of -1 bytes in memory must not be negative");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void opensAStreamedFileAsOftenAsAsked(boolean deflated) throws Exception {
        Zips corpus = deflated ? Zips.deflated("a", "b") : Zips.stored("a", "b");
        try (UnzipStage stage = UnzipStage.open(corpus.in(folder), STREAMED)) {
            Item first = ReadArchive.items(stage).getFirst();
            assertThat(ReadArchive.bytes(first)).isEqualTo(contentOf("a"));
            try (InputStream half = first.content().open()) {
                half.readNBytes(300);
                assertThat(ReadArchive.bytes(first)).isEqualTo(contentOf("a"));
                assertThat(half.readAllBytes()).hasSize(300);
            }
        }
    }

    @Test
    void letsManyThreadsReadStreamedFilesWhileItUnzips() throws Exception {
        String[] names = IntStream.range(0, 64).mapToObj(n -> "file" + n).toArray(String[]::new);
        try (UnzipStage stage = UnzipStage.open(Zips.deflated(names).in(folder), STREAMED)) {
            List<Item> items = ReadArchive.items(stage);
            stage.rewind();
            List<String> wrong =
                    IntStream.range(0, 2_000)
                            .parallel()
                            .mapToObj(n -> items.get(n % items.size()))
                            .filter(item -> !reads(item, contentOf(item.name())))
                            .map(Item::name)
                            .toList();
            assertThat(wrong).isEmpty();
            assertThat(ReadArchive.items(stage)).hasSize(64);
        }
    }

    private static boolean reads(Item item, byte[] expected) {
        try {
            return Arrays.equals(ReadArchive.bytes(item), expected);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void survivesTheInterruptOfAThreadThatReads() throws Exception {
        try (UnzipStage stage = UnzipStage.open(Zips.stored("a", "b").in(folder), STREAMED)) {
            Thread.currentThread().interrupt();
            try {
                List<Item> items = ReadArchive.items(stage);
                assertThat(ReadArchive.bytes(items.get(1))).isEqualTo(contentOf("b"));
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            stage.rewind();
            assertThat(ReadArchive.items(stage)).hasSize(2);
        }
    }

    @Test
    void closesWhatItStreams() throws Exception {
        UnzipStage stage = UnzipStage.open(Zips.deflated("a").in(folder), STREAMED);
        Item item = ReadArchive.items(stage).getFirst();
        stage.close();
        assertThatThrownBy(() -> ReadArchive.bytes(item)).isInstanceOf(IOException.class);
    }

    @Test
    void verifiesAFileOfNoBytes() throws Exception {
        Zips corpus = Zips.written(out -> Zips.putStored(out, "empty", new byte[0]));
        assertThat(ReadArchive.fates(corpus.in(folder), IN_MEMORY)).containsExactly("empty: ok ");
        assertThat(ReadArchive.fates(corpus.with(0, Zips.Field.CRC32, 7).in(folder), STREAMED))
                .containsExactly("empty: CrcMismatch");
    }

    @Test
    void saysThatFilesOfSomebodyElseAreTheirOwn() throws Exception {
        try (UnzipStage same = UnzipStage.open(Zips.stored("a", "b").in(folder), IN_MEMORY)) {
            assertThat(same.items())
                    .isEqualTo(
                            new ItemsSummary(
                                    same.items().archive(),
                                    2,
                                    1_200,
                                    OptionalLong.of(600),
                                    ItemsSummary.OWN,
                                    OptionalLong.empty()));
        }
        Zips different =
                Zips.written(
                        out -> {
                            Zips.putStored(out, "a", new byte[5]);
                            Zips.putStored(out, "b", new byte[6]);
                        });
        try (UnzipStage stage = UnzipStage.open(different.in(folder), IN_MEMORY)) {
            assertThat(stage.items())
                    .isEqualTo(
                            new ItemsSummary(
                                    stage.items().archive(),
                                    2,
                                    11,
                                    OptionalLong.empty(),
                                    ItemsSummary.OWN,
                                    OptionalLong.empty()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weft files=3 file-bytes=600 content=random seed=1",
                "weft files=2 file-bytes=599 content=random seed=1",
                "weft files=2 file-bytes=600 content=music seed=1",
                "weft files=2 file-bytes=600 content=random seed=99999999999999999999",
                "weft files=2 file-bytes=600 content=random seed=1 and more",
                "made by hand"
            })
    void doesNotBelieveACommentThatTheDirectoryContradicts(String comment) throws Exception {
        Zips corpus =
                Zips.written(
                        out -> {
                            out.setComment(comment);
                            Zips.putStored(out, "a", contentOf("a"));
                            Zips.putStored(out, "b", contentOf("b"));
                        });
        try (UnzipStage stage = UnzipStage.open(corpus.in(folder), IN_MEMORY)) {
            assertThat(stage.items().content()).isEqualTo(ItemsSummary.OWN);
            assertThat(stage.items().seed()).isEmpty();
        }
    }

    @Test
    void namesTheArchiveByItsFile() throws Exception {
        Path zip = Zips.stored("a").in(folder);
        try (UnzipStage stage = UnzipStage.open(zip, IN_MEMORY)) {
            assertThat(stage.items().archive()).isEqualTo(String.valueOf(zip.getFileName()));
        }
    }

    @Test
    void believesTheCommentThatWeftWrites() throws Exception {
        Zips corpus =
                Zips.written(
                        out -> {
                            out.setComment("weft files=1 file-bytes=600 content=text seed=-7");
                            Zips.putStored(out, "a", contentOf("a"));
                        });
        try (UnzipStage stage = UnzipStage.open(corpus.in(folder), IN_MEMORY)) {
            assertThat(stage.items())
                    .isEqualTo(
                            new ZipRecipe(1, 600, FileContent.TEXT, -7)
                                    .items(stage.items().archive()));
            assertThat(stage.items().seed()).hasValue(-7);
        }
    }

    @Test
    void readsAZipWithinAZipAsAFile() throws Exception {
        byte[] inner = Zips.stored("inner").bytes();
        Zips outer = Zips.written(out -> Zips.putStored(out, "inner.zip", inner));
        try (UnzipStage stage = UnzipStage.open(outer.in(folder), IN_MEMORY)) {
            assertThat(ReadArchive.bytes(ReadArchive.items(stage).getFirst())).isEqualTo(inner);
        }
    }
}
