package dev.weft.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testing.Zips;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNamesTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {ReadArchive.IN_MEMORY, ReadArchive.STREAMED})
    void mayBeTheSameForFilesThatDiffer(long limit) throws Exception {
        byte[] same = "1".getBytes(StandardCharsets.UTF_8);
        Zips corpus = Zips.deflated("1", "2", "3").withName(1, same).withName(2, same);
        assertThat(ReadArchive.fates(corpus.in(folder), limit))
                .containsExactly("1: ok 1.1.1.1.1.1.", "1: ok 2.2.2.2.2.2.", "1: ok 3.3.3.3.3.3.");
    }

    @ParameterizedTest
    @ValueSource(longs = {ReadArchive.IN_MEMORY, ReadArchive.STREAMED})
    void mayBeTheSameForFilesReadInAnyOrder(long limit) throws Exception {
        byte[] same = "1".getBytes(StandardCharsets.UTF_8);
        Zips corpus = Zips.stored("1", "2").withName(1, same);
        try (UnzipStage stage = UnzipStage.open(corpus.in(folder), limit)) {
            List<Item> items = ReadArchive.items(stage);
            assertThat(ReadArchive.bytes(items.get(1))).isEqualTo(Zips.contentOf("2"));
            assertThat(ReadArchive.bytes(items.get(0))).isEqualTo(Zips.contentOf("1"));
        }
    }

    @Test
    void doNothingToTheTerminalOfWhoReadsAMessage() throws Exception {
        String name = "\u001b[2Jspoof\u202egnp\u2028" + "x".repeat(200);
        Zips corpus = Zips.stored(name).with(0, Zips.Field.CRC32, 0);
        try (UnzipStage stage = UnzipStage.open(corpus.in(folder), ReadArchive.IN_MEMORY)) {
            assertThat(ReadArchive.rest(stage))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            UnzipResult.Broken.class,
                            broken -> {
                                assertThat(broken.name()).isEqualTo(name);
                                assertThat(broken.message())
                                        .startsWith("entry 0 (\\u001b[2Jspoof\\u202egnp\\u2028xxx")
                                        .contains("x...) is damaged");
                            });
        }
    }
}
