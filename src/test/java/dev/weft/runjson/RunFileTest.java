package dev.weft.runjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.csv.RecordException;
import dev.weft.runjson.RunDocument.RunStatus;
import dev.weft.testing.RunDocuments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunFileTest {
    @TempDir Path folder;

    private RunFile file;

    @BeforeEach
    void place() {
        file = new RunFile(folder.resolve("runs/r1/run.json"));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsWrittenIsReadBack(RunDocument document) throws Exception {
        file.write(document);

        assertThat(file.read()).isEqualTo(document);
    }

    static Stream<RunDocument> whatIsWrittenIsReadBack() {
        return Stream.of(
                RunDocuments.full(), RunDocuments.sparse(), RunDocuments.calibrated(), ended());
    }

    private static RunDocument ended() {
        return RunDocuments.full()
                .finished(
                        RunStatus.INTERRUPTED,
                        130,
                        Instant.parse("2026-11-20T13:00:00Z"),
                        List.of(new RecordedWarning("clock-step", "a", "b")));
    }

    @Test
    void theEndTakesThePlaceOfTheBeginning() throws Exception {
        file.write(RunDocuments.full());
        file.write(ended());

        assertThat(file.read().status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(file.read().exitCode()).hasValue(130);
        assertThat(folder.resolve("runs/r1").toFile().list()).containsExactly("run.json");
    }

    @Test
    void aRunThatHasNotEndedSaysSo() throws Exception {
        file.write(RunDocuments.full());

        assertThat(Files.readString(file.path()))
                .contains(
                        "\"status\" : \"running\"", "\"exit_code\" : null", "\"ended_at\" : null");
    }

    @Test
    void namesArePlainWordsWithUnits() throws Exception {
        file.write(RunDocuments.full());

        assertThat(Files.readString(file.path()))
                .startsWith("{\n  \"schema\" : 1,\n  \"run_id\" : \"20261120T120000Z-abcd\"")
                .contains(
                        "\"started_at\" : \"2026-11-20T12:00:00.123456789Z\"",
                        "\"cpu_quota_cores\" : 1.5",
                        "\"latency_ms\" : 20.0",
                        "\"modes\" : [ \"async\", \"virtual\" ]",
                        "\"checksum\" : \"crc32\"");
    }

    @Test
    void namesACalibratedZipWithoutItsFolder() throws Exception {
        file.write(RunDocuments.calibrated());

        assertThat(Files.readString(file.path()))
                .contains(
                        "\"archive\" : \"500x100KiB.zip\"",
                        "\"service_ns\" : [ 21000001, 20500000 ]",
                        "\"unzip_ms\" : 1.234567",
                        "\"bytes_per_s\" : 8589934592")
                .doesNotContain("/zips/");
    }

    @Test
    void holdsNoCredentials() throws Exception {
        file.write(RunDocuments.full());

        assertThat(Files.readString(file.path()))
                .doesNotContain("AKIDEXAMPLE", "TheSecretKey", "TheToken");
    }

    @Test
    void refusesANewerSchema() throws Exception {
        file.write(RunDocuments.full());
        edit("\"schema\" : 1", "\"schema\" : 2");

        assertThatThrownBy(file::read)
                .isInstanceOf(RecordException.class)
                .hasMessage(
                        "%s is of schema 2, and this weft reads up to 1: read it with the weft that wrote it, or a newer one"
                                .formatted(file.path()));
    }

    @Test
    void passesOverFieldsThatItDoesNotKnow() throws Exception {
        file.write(RunDocuments.full());
        edit("\"warnings\" :", "\"forecast\" : {\"latency_us\" : [1, 2]}, \"warnings\" :");
        edit("\"model\" :", "\"stepping\" : 7, \"model\" :");

        assertThat(file.read()).isEqualTo(RunDocuments.full());
    }

    @Test
    void takesAFieldThatIsNotThereForUnknown() throws Exception {
        file.write(RunDocuments.full());
        edit("\"model\" :", "\"was_model\" :");

        assertThat(file.read().environment().processor().model()).isEmpty();
    }

    @Test
    void readsWhatAWeftWroteThatCouldNotGoOnWithRuns() throws Exception {
        file.write(RunDocuments.full());
        edit("\"resumed_at\" :", "\"foreign\" :");

        assertThat(file.read()).isEqualTo(RunDocuments.full());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{",
                "[]",
                "{}",
                "17",
                "{\"schema\" : \"one\"}",
                "{\"schema\" : 1}",
                "{\"schema\" : 1, \"status\" : \"exploded\"}"
            })
    void refusesWhatIsNoRun(String content) throws Exception {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), content);

        assertThatThrownBy(file::read)
                .isInstanceOf(RecordException.class)
                .hasMessage(
                        file.path()
                                + " is no run.json of weft, or a damaged one: name the file of another run");
    }

    @Test
    void saysWhereAFileIsMissing() {
        assertThatThrownBy(file::read)
                .isInstanceOf(RecordException.class)
                .hasMessageContaining(file.path().toString())
                .hasMessageContaining("weft run");
    }

    @Test
    void saysWhatToDoWhereItCannotBeWritten() throws Exception {
        Files.createDirectory(folder.resolve("runs"));
        Files.writeString(folder.resolve("runs/r1"), "in the way");

        assertThatThrownBy(() -> file.write(RunDocuments.full()))
                .isInstanceOf(RecordException.class)
                .hasMessageContaining(file.path().toString())
                .hasMessageContaining("is a file, not a folder");
    }

    private void edit(String old, String replacement) throws Exception {
        String text = Files.readString(file.path());
        assertThat(text).containsOnlyOnce(old);
        Files.writeString(file.path(), text.replace(old, replacement));
    }
}
