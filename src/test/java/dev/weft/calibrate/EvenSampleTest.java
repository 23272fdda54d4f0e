package dev.weft.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.archive.Content;
import dev.weft.archive.Item;
import dev.weft.archive.UnzipStage;
import dev.weft.testing.SmallZip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvenSampleTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 199, 200})
    void goesRoundByRoundOverAnArchiveOfFewFiles(int files) throws Exception {
        List<Integer> taken = taken(zip(files), 3 * files);
        for (int round = 0; round < 3; round++) {
            assertThat(new HashSet<>(taken.subList(round * files, (round + 1) * files)))
                    .hasSize(files);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 25, 50, 150, 200})
    void everyBeginningIsSpreadOverTheWholeArchive(int uploads) throws Exception {
        List<Integer> taken = taken(zip(1_000), uploads);
        for (int fifth = 0; fifth < 5; fifth++) {
            int first = fifth * 200;
            assertThat(taken.stream().filter(index -> index >= first && index < first + 200))
                    .as("files %d to %d", first, first + 199)
                    .hasSizeBetween(uploads / 5 - 1, uploads / 5 + 1);
        }
    }

    /// Files that are large every so many files, as a directory tree of photos and thumbnails is.
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 10, 20})
    void takesEachKindOfFileAsOftenAsItIsThere(int period) throws Exception {
        List<Integer> taken = taken(zip(1_000), 150);
        for (int kind = 0; kind < period; kind++) {
            int residue = kind;
            double expected = 150.0 / period;
            assertThat(taken.stream().filter(index -> index % period == residue).count())
                    .as("files %d, %d, ...", residue, residue + period)
                    .isBetween(
                            (long) Math.floor(expected * 0.7 - 1),
                            (long) Math.ceil(expected * 1.3 + 1));
        }
    }

    @Test
    void aBrokenFileIsPassedOver() throws Exception {
        Path zip = folder.resolve("broken.zip");
        Map<String, byte[]> files = files(5);
        SmallZip.write(zip, files);
        SmallZip.spoil(zip, SmallZip.noise(23));
        assertThat(taken(zip, 10)).doesNotContain(3).contains(0, 1, 2, 4);
    }

    @Test
    void anArchiveOfBrokenFilesGivesNothing() throws Exception {
        Path zip = folder.resolve("broken.zip");
        byte[] noise = SmallZip.noise(1_000);
        SmallZip.write(zip, Map.of("a", noise));
        SmallZip.spoil(zip, noise);
        try (UnzipStage archive = UnzipStage.open(zip, 0)) {
            assertThat(EvenSample.of(archive).next()).isEmpty();
        }
    }

    @Test
    void filesComeUnzippedUnlessTheyAreLarge() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("small", SmallZip.noise(16 * 1024 * 1024));
        files.put("large", SmallZip.noise(16 * 1024 * 1024 + 1));
        Path zip = SmallZip.write(folder.resolve("large.zip"), files);
        try (UnzipStage archive = UnzipStage.open(zip, 0)) {
            EvenSample sample = EvenSample.of(archive);
            Item small = sample.next().orElseThrow();
            assertThat(small.name()).isEqualTo("small");
            assertThat(((Content.InMemory) small.content()).bytes()).isEqualTo(files.get("small"));
            assertThat(sample.next().orElseThrow().content()).isInstanceOf(Content.Streamed.class);
        }
    }

    private static List<Integer> taken(Path zip, int count) throws Exception {
        try (UnzipStage archive = UnzipStage.open(zip, 0)) {
            EvenSample sample = EvenSample.of(archive);
            List<Integer> taken = new ArrayList<>();
            for (int made = 0; made < count; made++) {
                taken.add(sample.next().orElseThrow().index());
            }
            return taken;
        }
    }

    private Path zip(int files) throws IOException {
        return SmallZip.write(folder.resolve(files + ".zip"), files(files));
    }

    private static Map<String, byte[]> files(int count) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int index = 0; index < count; index++) {
            files.put("file " + index, SmallZip.noise(20 + index));
        }
        return files;
    }
}
