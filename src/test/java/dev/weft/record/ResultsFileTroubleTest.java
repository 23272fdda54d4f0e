package dev.weft.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weft.csv.RecordException;
import dev.weft.plan.ModeName;
import dev.weft.testing.FullDisk;
import dev.weft.testing.Passes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsFileTroubleTest {
    private static final PassRow ROW = Passes.of(ModeName.ASYNC).row();

    @TempDir Path folder;

    @Test
    void takesBackARowForWhichTheDiskHasNoRoom() throws Exception {
        Path path = folder.resolve("results.csv");
        new ResultsFile(path).append(ROW);
        String before = Files.readString(path);
        ResultsFile full = new ResultsFile(path, file -> new FullDisk(file, 100));

        assertThat(message(() -> full.append(ROW)))
                .isEqualTo(
                        ("cannot write the results to %s (No space left on device): what was written before"
                                        + " is kept; free some space")
                                .formatted(path));

        assertThat(path).hasContent(before);
    }

    @Test
    void leavesNoHalfHeaderOnAFullDisk() throws Exception {
        Path path = folder.resolve("results.csv");
        ResultsFile full = new ResultsFile(path, file -> new FullDisk(file, 100));

        assertThatExceptionOfType(RecordException.class).isThrownBy(() -> full.append(ROW));

        assertThat(path).isEmptyFile();
        assertThat(new ResultsFile(path).append(ROW)).isEmpty();
        assertThat(new ResultsFile(path).read().rows()).containsExactly(ROW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "a,b\n1,2\n", "schema,run_id\n", "\n", "schema\nschema"})
    void leavesAForeignFileAsItIs(String foreign) throws Exception {
        Path path = Files.writeString(folder.resolve("results.csv"), foreign);
        String message =
                "%s does not begin with the header of weft's results: it is another file, or one of"
                        + " another version of weft; move it away or name another file";

        assertThat(message(() -> new ResultsFile(path).append(ROW)))
                .isEqualTo(message.formatted(path));
        assertThat(message(() -> new ResultsFile(path).read())).isEqualTo(message.formatted(path));

        assertThat(Files.readString(path)).isEqualTo(foreign);
    }

    @Test
    void saysThatThereAreNoResults() {
        Path path = folder.resolve("results.csv");

        assertThat(message(() -> new ResultsFile(path).read()))
                .isEqualTo(
                        ("there are no results at %s: make some with `weft run`, or name the file that has"
                                        + " them")
                                .formatted(path));
    }

    @Test
    void saysThatAFolderIsAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(message(() -> new ResultsFile(file.resolve("results.csv")).append(ROW)))
                .isEqualTo(
                        ("cannot write the results to %s (%s is a file, not a folder): make it writable or"
                                        + " name another file")
                                .formatted(file.resolve("results.csv"), file));
    }

    @Test
    void saysThatTheFileIsAFolder() {
        assertThat(message(() -> new ResultsFile(folder).append(ROW)))
                .isEqualTo(
                        ("cannot write the results to %s (Is a directory): make it writable or name another"
                                        + " file")
                                .formatted(folder));
        assertThat(message(() -> new ResultsFile(folder).read()))
                .isEqualTo(
                        ("cannot read the results in %s (Is a directory): make it readable or name another"
                                        + " file")
                                .formatted(folder));
    }

    @Test
    void saysThatAFileIsReadOnly() throws Exception {
        Path path = Files.writeString(folder.resolve("results.csv"), "");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
        assumeThat(Files.isWritable(path))
                .as("whoever runs this must not write, but is root")
                .isFalse();

        assertThat(message(() -> new ResultsFile(path).append(ROW)))
                .isEqualTo(
                        ("cannot write the results to %s (Permission denied): make it writable or name"
                                        + " another file")
                                .formatted(path));
    }

    /// Returns the message of an expected failure.
    private static String message(ThrowingCallable call) {
        return String.valueOf(catchThrowableOfType(RecordException.class, call).getMessage());
    }
}
