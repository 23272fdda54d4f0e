package dev.weft.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipRecipeTest {
    @ParameterizedTest
    @CsvSource({
        "500, 102400, RANDOM, 1, 500x100KiB.zip",
        "500, 102400, TEXT, 1, 500x100KiB-text.zip",
        "500, 102400, RANDOM, 7, 500x100KiB-seed7.zip",
        "500, 102400, TEXT, -7, 500x100KiB-text-seed-7.zip",
        "1, 0, RANDOM, 0, 1x0-seed0.zip",
        "50000, 1000, RANDOM, 1, 50000x1KB.zip"
    })
    void namesItsArchiveAfterItself(
            int files, long fileBytes, FileContent content, long seed, String name) {
        assertThat(new ZipRecipe(files, fileBytes, content, seed).fileName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, RANDOM, 0",
        "500, 102400, TEXT, 1",
        "2147483647, 4294967298, RANDOM, -9223372036854775808",
        "1, 9223372036854775807, TEXT, 9223372036854775807"
    })
    void isReadBackFromTheComment(int files, long fileBytes, FileContent content, long seed) {
        ZipRecipe recipe = new ZipRecipe(files, fileBytes, content, seed);
        assertThat(ZipRecipe.ofComment(recipe.comment())).contains(recipe);
    }

    @Test
    void saysWhatItIsInTheComment() {
        assertThat(new ZipRecipe(500, 102_400, FileContent.RANDOM, 1).comment())
                .isEqualTo("weft files=500 file-bytes=102400 content=random seed=1");
    }

    @Test
    void isNotReadFromACommentOfNoRecipe() {
        for (String comment :
                List.of(
                        "",
                        "weft",
                        "weft files=0 file-bytes=1 content=random seed=1",
                        "weft files=9999999999 file-bytes=1 content=random seed=1",
                        "weft files=2 file-bytes=9223372036854775807 content=random seed=1")) {
            assertThat(ZipRecipe.ofComment(comment)).as(comment).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, file-000001.bin",
        "999999, 0, file-000001.bin",
        "999999, 999998, file-999999.bin",
        "1000000, 0, file-0000001.bin",
        "1000000, 999999, file-1000000.bin"
    })
    void givesEveryFileANameOfTheSameLength(int files, int index, String name) {
        assertThat(new ZipRecipe(files, 1, FileContent.RANDOM, 1).entryName(index)).isEqualTo(name);
    }

    @Test
    void refusesWhatCannotBeMade() {
        assertThatThrownBy(() -> new ZipRecipe(0, 1, FileContent.RANDOM, 1))
                .hasMessage("files 0 must be at least 1");
        assertThatThrownBy(() -> new ZipRecipe(1, -1, FileContent.RANDOM, 1))
                .hasMessage("file size -1 must not be negative");
        assertThatThrownBy(() -> new ZipRecipe(2, Long.MAX_VALUE, FileContent.RANDOM, 1))
                .hasMessage("2 files of 9223372036854775807 bytes are more than a disk can hold");
    }

    @Test
    void knowsItsContentByLabel() {
        assertThat(FileContent.ofLabel("random")).contains(FileContent.RANDOM);
        assertThat(FileContent.ofLabel("text")).contains(FileContent.TEXT);
        assertThat(FileContent.ofLabel("TEXT")).isEmpty();
    }
}
