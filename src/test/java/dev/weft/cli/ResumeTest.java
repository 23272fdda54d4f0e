package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.RecordException;
import dev.weft.plan.Credentials;
import dev.weft.record.PassRow;
import dev.weft.record.ResultsFile;
import dev.weft.record.TimingsFile;
import dev.weft.runjson.RecordedWarning;
import dev.weft.runjson.RunDocument;
import dev.weft.runjson.RunDocument.RunStatus;
import dev.weft.runjson.RunFile;
import dev.weft.session.ExitCode;
import dev.weft.testing.Embedded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A run of two blocks of two modes that has time for one, gone on with, and gone on with again.
@Timeout(120)
class ResumeTest {
    private static final RecordedWarning ODD =
            new RecordedWarning("machine-odd", "it was odd", "wait");

    @TempDir private static Path folder;
    @TempDir private static Path spill;

    private static Invocation begun = new Invocation(-1, "", "");
    private static Invocation resumed = begun;
    private static Invocation again = begun;
    private static Invocation other = begun;
    private static List<PassRow> rowsOfTheFirstBlock = List.of();
    private static String run = "";
    private static Instant started = Instant.EPOCH;

    @BeforeAll
    static void measure() throws Exception {
        try (Embedded server = Embedded.start(spill)) {
            begun =
                    call(
                            server,
                            "--mode=threads,virtual",
                            "--files=3",
                            "--file-size=1KiB",
                            "--concurrency=2",
                            "--repetitions=2",
                            "--passes=1",
                            "--warmup=4",
                            "--forks=0",
                            "--no-calibrate",
                            "--time-budget=1us",
                            "--endpoint=" + server.target().endpoint().orElseThrow(),
                            "--bucket=" + server.target().bucket());
            rowsOfTheFirstBlock = rows();
            run = rowsOfTheFirstBlock.getFirst().place().runId();
            RunFile file = new RunFile(folder(run).resolve("run.json"));
            RunDocument document = file.read();
            file.write(
                    document.finished(
                            document.status(),
                            document.exitCode().orElseThrow(),
                            document.endedAt().orElseThrow(),
                            Stream.concat(document.warnings().stream(), Stream.of(ODD)).toList()));
            other = call(server, "--resume=" + run, "--passes=2");
            started = document.startedAt();
            resumed = call(server, "--resume=" + run);
            again = call(server, "--resume=" + run);
        }
    }

    @Test
    void aRunWithoutTimeEndsAfterItsFirstBlockAndSaysHowToGoOn() {
        assertThat(begun.exitCode()).as(begun.err()).isEqualTo(ExitCode.OK);
        assertThat(begun.err())
                .contains(
                        "ended after block 1 of 2: another one would not have fitted into --time-budget; go on with --resume="
                                + run);
        assertThat(rowsOfTheFirstBlock).hasSize(4).allMatch(row -> row.place().block() == 1);
    }

    @Test
    void goneOnWithItMakesWhatIsMissingAndRepeatsNothing() throws Exception {
        assertThat(resumed.exitCode()).as(resumed.err()).isEqualTo(ExitCode.OK);
        assertThat(rows()).hasSize(8).startsWith(rowsOfTheFirstBlock.toArray(PassRow[]::new));
        assertThat(rows()).extracting(row -> row.place().runId()).containsOnly(run);
        assertThat(rows().subList(4, 8)).allMatch(row -> row.place().block() == 2);
        assertThat(rows())
                .extracting(row -> row.place().trialId() + " " + row.place().pass())
                .doesNotHaveDuplicates();
        assertThat(rows())
                .extracting(row -> row.contract().fairness())
                .hasSize(8)
                .containsOnly(rowsOfTheFirstBlock.getFirst().contract().fairness());
    }

    @Test
    void theItemsOfBothPartsStandInOneFile() throws Exception {
        assertThat(TimingsFile.read(folder(run).resolve("timings.csv")).rows()).hasSize(8 * 3);
    }

    @Test
    void theTableAtTheEndHasBothBlocks() {
        List<String> lines =
                resumed.out()
                        .lines()
                        .filter(line -> line.matches(" +3 +2 +(threads|virtual) .*"))
                        .toList();

        assertThat(lines).hasSize(4).allMatch(line -> line.matches(".* 2 +2"));
        assertThat(resumed.out()).contains("; 2 blocks");
    }

    @Test
    void theRecordTellsOfTheWholeRun() throws Exception {
        RunDocument document = new RunFile(folder(run).resolve("run.json")).read();

        assertThat(document.status()).isEqualTo(RunStatus.OK);
        assertThat(document.startedAt()).isEqualTo(started);
        assertThat(document.resumedAt()).hasSize(1).allMatch(at -> at.isAfter(started));
        assertThat(document.commandLine()).contains("--repetitions=2", "--time-budget=1us");
        assertThat(document.warnings()).contains(ODD);
        assertThat(document.warnings())
                .as("by now there are two JVMs")
                .extracting(RecordedWarning::code)
                .doesNotContain("too-few-repetitions");
        assertThat(document.fairness())
                .singleElement()
                .satisfies(terms -> assertThat(terms.hashes()).hasSize(1));
    }

    @Test
    void ofAFinishedRunNothingIsLeft() {
        assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).isEqualTo("weft: nothing is left to do of run %s\n".formatted(run));
        assertThat(again.out()).isEmpty();
    }

    @Test
    void theRunsOwnOptionsAreItsOptions() {
        assertThat(other.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(other.err())
                .isEqualTo(
                        "weft: --resume goes on under the run's own options; leave --passes out\n");
    }

    @Test
    void eachPartMayHaveLimitsOfItsOwn() {
        Invocation limited =
                Invocation.in(
                        folder,
                        "run",
                        "--resume=" + run,
                        "--max-cost=0.5",
                        "--max-requests=7",
                        "--dry-run");

        assertThat(limited.err())
                .isEqualTo("weft: nothing is left to do of run %s\n".formatted(run));
    }

    @Test
    void anUnknownRunIsNotThere() {
        Invocation unknown = Invocation.in(folder, "run", "--resume=holiday");

        assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err())
                .isEqualTo(
                        "weft: there is no run holiday here: benchmark/runs/holiday/run.json is missing\n");
    }

    @Test
    void aComparisonIsNoRun() throws Exception {
        Path copied = folder("c1").resolve("run.json");
        Files.createDirectories(folder("c1"));
        String text = Files.readString(folder(run).resolve("run.json"));
        Files.writeString(
                copied, text.replaceFirst("(\"command_line\" : \\[ )\"run\"", "$1\"compare\""));

        Invocation compared = Invocation.in(folder, "run", "--resume=c1");

        assertThat(compared.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(compared.err())
                .isEqualTo("weft: run c1 was no call of weft run, and cannot be gone on with\n");
    }

    private static Invocation call(Embedded server, String... options) {
        Credentials.Static keys = (Credentials.Static) server.target().credentials();
        List<String> arguments = new ArrayList<>(List.of("run", "--quiet"));
        arguments.addAll(List.of(options));
        return Invocation.in(
                folder,
                Map.of(
                        "AWS_ACCESS_KEY_ID",
                        keys.accessKeyId(),
                        "AWS_SECRET_ACCESS_KEY",
                        keys.secretAccessKey()),
                arguments.toArray(String[]::new));
    }

    private static Path folder(String runId) {
        return folder.resolve("benchmark/runs").resolve(runId);
    }

    private static List<PassRow> rows() throws RecordException {
        return new ResultsFile(folder.resolve("benchmark/results.csv")).read().rows();
    }
}
