package dev.weft.archive;

import static dev.weft.archive.ReadArchive.IN_MEMORY;
import static dev.weft.archive.ReadArchive.STREAMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.testing.ZipCase;
import dev.weft.testing.ZipCase.Fate;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every strange zip there is, through the unzip stage.
class ZipCorpusTest {
    @TempDir Path folder;

    static Stream<ZipCase> corpus() {
        return ZipCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void endsAsItMustInMemory(ZipCase strange) throws Exception {
        check(strange, IN_MEMORY);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void endsAsItMustInAStream(ZipCase strange) throws Exception {
        check(strange, STREAMED);
    }

    private void check(ZipCase strange, long inMemoryLimitBytes) throws Exception {
        Path zip = strange.zip().in(folder);
        switch (strange.fate()) {
            case Fate.Refused(String sentence) ->
                    assertThatThrownBy(() -> UnzipStage.open(zip, inMemoryLimitBytes).close())
                            .isInstanceOf(ArchiveException.class)
                            .hasMessage(zip + " " + sentence);
            case Fate.Read(var files) ->
                    assertThat(ReadArchive.outcomes(zip, inMemoryLimitBytes)).isEqualTo(files);
        }
    }

    @Test
    void hasACaseForEveryCodeButThatOfABrokenDisk() {
        String all = String.join("\n", corpus().map(strange -> strange.fate().toString()).toList());
        assertThat(Arrays.stream(EntryFault.values()))
                .filteredOn(fault -> fault != EntryFault.READ_ERROR)
                .allMatch(fault -> all.contains(fault.code() + ": entry 1 (b) "));
    }

    @Test
    void hasNoNameTwice() {
        assertThat(corpus().map(ZipCase::name)).doesNotHaveDuplicates().hasSizeGreaterThan(100);
    }

    @Test
    void saysOfAllCodesOneWord() {
        assertThat(EntryFault.values())
                .extracting(EntryFault::code)
                .allMatch(code -> code.matches("([A-Z][a-z]+)+"))
                .doesNotHaveDuplicates();
    }
}
