package dev.weft.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ZipMakerTest {
    @TempDir Path folder;

    /// Sizes at which something in the writer changes: words of the generator, chunks, the buffer.
    @ParameterizedTest
    @EnumSource
    void makesFilesOfEverySize(FileContent content) throws Exception {
        for (long bytes :
                new long[] {
                    0, 1, 7, 8, 9, 65_535, 65_536, 65_537, 131_072, 262_000, 262_144, 300_001
                }) {
            assertMakes(new ZipRecipe(3, bytes, content, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void makesWhatAnyRecipeSays(FileContent content) throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 25; round++) {
            assertMakes(
                    new ZipRecipe(
                            random.nextInt(1, 200),
                            random.nextLong(20_000),
                            content,
                            random.nextLong()));
        }
    }

    private void assertMakes(ZipRecipe recipe) throws Exception {
        Path zip = made(recipe);
        try (UnzipStage stage = UnzipStage.open(zip, recipe.fileBytes() / 2)) {
            assertThat(stage.items()).isEqualTo(recipe.items());
            List<Item> items = ReadArchive.items(stage);
            assertThat(items).hasSize(recipe.files());
            assertThat(items).allMatch(item -> item.size() == recipe.fileBytes());
            assertThat(contents(items)).isEqualTo(contentsByTheJdk(zip));
        }
        assertThat(contentsByStreaming(zip)).isEqualTo(contentsByTheJdk(zip));
    }

    private static List<String> contents(List<Item> items) throws IOException {
        List<String> contents = new ArrayList<>();
        for (Item item : items) {
            contents.add(item.name() + " " + crc32(ReadArchive.bytes(item)));
        }
        return contents;
    }

    private static List<String> contentsByTheJdk(Path path) throws IOException {
        List<String> contents = new ArrayList<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                try (InputStream stream = zip.getInputStream(entry)) {
                    contents.add(entry.getName() + " " + crc32(stream.readAllBytes()));
                }
            }
        }
        return contents;
    }

    /// By the local headers alone; the JDK checks the CRC-32 here.
    private static List<String> contentsByStreaming(Path path) throws IOException {
        List<String> contents = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                contents.add(entry.getName() + " " + crc32(zip.readAllBytes()));
            }
        }
        return contents;
    }

    private static long crc32(byte[] bytes) {
        CRC32 crc32 = new CRC32();
        crc32.update(bytes);
        return crc32.getValue();
    }

    @Test
    void makesTheSameBytesOnEveryMachine() throws Exception {
        Path zip = made(new ZipRecipe(5, 100_001, FileContent.RANDOM, 1));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(zip));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("64f1d681c526581d4871d2c67ee7fcf0c361eb33ca66afdc4ed9092bd5fc9699");
    }

    /// Compares the text, because zlib determines its deflated form.
    @Test
    void makesTheSameTextOnEveryMachine() throws Exception {
        Path zip = made(new ZipRecipe(2, 100_001, FileContent.TEXT, 1));
        try (UnzipStage stage = UnzipStage.open(zip, ReadArchive.IN_MEMORY)) {
            List<Item> items = ReadArchive.items(stage);
            assertThat(List.of(items.getFirst().md5(), items.getLast().md5()))
                    .containsExactly(
                            "c3dbb59bfb166ee62fde437fa7a399a0", "25dfe5982c4fc44a8267c1765af32e89");
        }
    }

    @ParameterizedTest
    @EnumSource
    void makesTheSameBytesAgain(FileContent content) throws Exception {
        ZipRecipe recipe = new ZipRecipe(20, 70_000, content, 42);
        byte[] first = Files.readAllBytes(made(recipe));
        assertThat(Files.readAllBytes(made(recipe))).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void makesOtherBytesForAnotherSeed(FileContent content) throws Exception {
        Set<Long> different = new HashSet<>();
        for (long seed : new long[] {-1, 0, 1, 2, Long.MAX_VALUE}) {
            try (UnzipStage stage =
                    UnzipStage.open(
                            made(new ZipRecipe(3, 1_000, content, seed)), ReadArchive.IN_MEMORY)) {
                ReadArchive.items(stage).forEach(item -> different.add(item.crc32()));
            }
        }
        assertThat(different).hasSize(15);
    }

    @Test
    void makesRandomBytesThatNothingCompresses() throws Exception {
        Path zip = made(new ZipRecipe(1, 1_000_000, FileContent.RANDOM, 1));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(zip));
        }
        assertThat((long) packed.size()).isGreaterThan(1_000_000);
    }

    @Test
    void makesTextThatDeflatesToAboutAThird() throws Exception {
        Path zip = made(new ZipRecipe(20, 100_000, FileContent.TEXT, 1));
        assertThat(2_000_000.0 / Files.size(zip)).isBetween(2.7, 3.3);
    }

    @Test
    void makesTextOfWords() throws Exception {
        Path zip = made(new ZipRecipe(1, 200_000, FileContent.TEXT, 1));
        try (UnzipStage stage = UnzipStage.open(zip, ReadArchive.IN_MEMORY)) {
            String text =
                    new String(
                            ReadArchive.bytes(ReadArchive.items(stage).getFirst()),
                            StandardCharsets.US_ASCII);
            assertThat(text).matches("[a-z .\\n]{200000}");
            List<String> words = List.of(text.split("[ .\\n]+"));
            assertThat(words).hasSizeGreaterThan(20_000);
            assertThat(new HashSet<>(words)).hasSizeBetween(400, 520);
        }
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        ZipRecipe recipe = new ZipRecipe(3, 100_000, FileContent.RANDOM, 1);
        List<Long> done = new ArrayList<>();
        ZipMaker.make(recipe, folder.resolve("x.zip"), done::add);
        assertThat(done).isSorted().doesNotHaveDuplicates().endsWith(recipe.bytes());
        assertThat(done).contains(100_000L, 200_000L);
    }

    @Test
    void makesTheFolderWhereThereIsNone() throws Exception {
        Path zip = folder.resolve("some/where/x.zip");
        ZipMaker.make(small(), zip, done -> {});
        assertThat(zip).isRegularFile();
        assertThat(zip.getParent()).isDirectoryContaining("glob:**x.zip");
    }

    @Test
    void writesThroughALinkToAFolder() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        ZipMaker.make(small(), link.resolve("x.zip"), done -> {});
        assertThat(real.resolve("x.zip")).isRegularFile();
    }

    @Test
    void takesAPathWithoutAFolderForTheCurrentOne() throws Exception {
        Path zip = Path.of("zip-maker-test-" + UUID.randomUUID() + ".zip");
        try {
            ZipMaker.make(small(), zip, done -> {});
            assertThat(zip).isRegularFile();
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    @Test
    void replacesTheOlderArchiveAndLeavesNothingElse() throws Exception {
        Path zip = Files.writeString(folder.resolve("x.zip"), "older");
        ZipMaker.make(small(), zip, done -> {});
        assertThat(ReadArchive.fates(zip, ReadArchive.IN_MEMORY)).hasSize(1);
        assertThat(folder.toFile().list()).containsExactly("x.zip");
    }

    @Test
    void makesAFileThatOthersMayReadAsAnyOther() throws Exception {
        Path ordinary = Files.writeString(folder.resolve("ordinary"), "");
        assertThat(Files.getPosixFilePermissions(made(small())))
                .isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    @ParameterizedTest
    @CsvSource({"1, 300000", "300000, 0"})
    void keepsTheOlderArchiveWhereItIsInterrupted(int files, long fileBytes) throws Exception {
        Path zip = Files.writeString(folder.resolve("x.zip"), "older");
        ZipRecipe recipe = new ZipRecipe(files, fileBytes, FileContent.RANDOM, 1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ZipMaker.make(recipe, zip, done -> {}))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertOnlyTheOlderIsThere(zip);
    }

    @Test
    void keepsTheOlderArchiveWhereItIsInterruptedInTheMiddleOfAFile() throws Exception {
        Path zip = Files.writeString(folder.resolve("x.zip"), "older");
        ZipRecipe recipe = new ZipRecipe(1, 10_000_000, FileContent.TEXT, 1);
        List<Long> reported = new ArrayList<>();
        assertThatThrownBy(
                        () ->
                                ZipMaker.make(
                                        recipe,
                                        zip,
                                        done -> {
                                            reported.add(done);
                                            if (done > 1_000_000) {
                                                Thread.currentThread().interrupt();
                                            }
                                        }))
                .isInstanceOf(InterruptedException.class);
        assertThat(reported.getLast()).isLessThan(1_200_000);
        assertOnlyTheOlderIsThere(zip);
    }

    @Test
    void keepsTheOlderArchiveWhereItFails() throws Exception {
        Path zip = Files.writeString(folder.resolve("x.zip"), "older");
        assertThatThrownBy(
                        () ->
                                ZipMaker.make(
                                        small(),
                                        zip,
                                        done -> {
                                            throw new IllegalStateException("on purpose");
                                        }))
                .hasMessage("on purpose");
        assertOnlyTheOlderIsThere(zip);
    }

    private void assertOnlyTheOlderIsThere(Path zip) throws IOException {
        assertThat(folder.toFile().list()).containsExactly("x.zip");
        assertThat(zip).hasContent("older");
    }

    private Path made(ZipRecipe recipe) throws Exception {
        Path zip = folder.resolve(recipe.fileName());
        ZipMaker.make(recipe, zip, done -> {});
        return zip;
    }

    private static ZipRecipe small() {
        return new ZipRecipe(1, 1_000, FileContent.RANDOM, 1);
    }
}
