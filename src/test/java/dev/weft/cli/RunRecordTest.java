package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.BucketProperties;
import dev.weft.plan.Credentials;
import dev.weft.plan.ModeName;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.VerifyLevel;
import dev.weft.record.Calibration;
import dev.weft.record.PassRow;
import dev.weft.record.RecordException;
import dev.weft.record.RecordedWarning;
import dev.weft.record.Reference;
import dev.weft.record.ResultsFile;
import dev.weft.record.RunDesign;
import dev.weft.record.RunDocument;
import dev.weft.record.RunFile;
import dev.weft.record.RunStatus;
import dev.weft.record.RunTarget;
import dev.weft.run.PassRowFactory;
import dev.weft.server.ServerStartException;
import dev.weft.testing.Embedded;
import dev.weft.testing.Processes;
import dev.weft.testing.Specs;
import dev.weft.testing.Zips;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a run leaves in `run.json`, however it ends.
@Timeout(120)
class RunRecordTest {
    @TempDir Path folder;
    @TempDir Path spill;

    private Embedded server;

    @BeforeEach
    void start() throws ServerStartException {
        server = Embedded.start(spill);
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void saysWhatARunWasAndThatItEndedWell() throws Exception {
        Invocation run = Invocation.in(folder, keys(), arguments("--files=3", "--warmup=2"));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        RunDocument document = document();
        assertThat(document.status()).isEqualTo(RunStatus.OK);
        assertThat(document.exitCode()).hasValue(ExitCode.OK);
        assertThat(document.endedAt().orElseThrow()).isAfter(document.startedAt());
        assertThat(document.commandLine()).containsExactly(arguments("--files=3", "--warmup=2"));
        assertThat(document.target().bucket()).isEqualTo(server.target().bucket());
        assertThat(document.design().modes()).containsExactly(ModeName.THREADS);
        assertThat(document.design().zips()).hasSize(1);
        assertThat(document.design().zips().getFirst().files()).isEqualTo(3);
        assertThat(document.design().warmupUploads()).isEqualTo(2);
        assertThat(document.design().forks()).isZero();
        assertThat(document.environment().processor().usableProcessors()).isPositive();
    }

    @Test
    void theReportHoldsItsAdviceAgainstWhatWasSaidToBeUsedToday() throws Exception {
        Invocation run =
                Invocation.in(
                        folder,
                        keys(),
                        arguments("--files=3", "--mode=threads,virtual", "--present=virtual"));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);

        assertThat(Invocation.in(folder, "report").exitCode()).isEqualTo(ExitCode.OK);

        String advice =
                run.out().lines().filter(line -> line.contains("Use ")).findFirst().orElseThrow();
        assertThat(withoutFigures(Files.readString(folder.resolve("benchmark/report.html"))))
                .contains(withoutFigures("\"" + advice + "\""));
    }

    /// The page knows times as the CSV has them, to the microsecond.
    private static String withoutFigures(String text) {
        return text.replaceAll("[0-9.,]+", "#");
    }

    @Test
    void agreesWithTheResults() throws Exception {
        var _ = Invocation.in(folder, keys(), arguments("--files=1,3", "--concurrency=2,4"));

        RunDocument document = document();
        List<PassRow> rows = new ResultsFile(folder.resolve("benchmark/results.csv")).read().rows();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(
                        row -> {
                            assertThat(row.place().runId()).isEqualTo(document.runId());
                            assertThat(document.design().zips()).contains(row.setting().items());
                            assertThat(document.fairness())
                                    .filteredOn(
                                            terms ->
                                                    terms.hashes()
                                                            .contains(row.contract().fairness()))
                                    .singleElement()
                                    .satisfies(
                                            terms ->
                                                    assertThat(terms.poolSize())
                                                            .isEqualTo(
                                                                    row.setting().concurrency()));
                        });
        assertThat(document.fairness()).hasSize(2);
        assertThat(document.design().loads())
                .containsExactly(
                        new RunDesign.Load(2, List.of("1x1KiB.zip", "3x1KiB.zip")),
                        new RunDesign.Load(4, List.of("1x1KiB.zip", "3x1KiB.zip")));
    }

    @Test
    void holdsNoCredentials() throws Exception {
        var _ = Invocation.in(folder, keys(), arguments("--files=1"));

        assertThat(Files.readString(file())).doesNotContain(keys().values().toArray(String[]::new));
    }

    @Test
    void saysThatARunFailed() throws Exception {
        Zips zip = Zips.stored("a", "b", "c");
        Files.write(folder.resolve("mine.zip"), zip.flipped(zip.dataOf(1)).bytes());

        var _ = Invocation.in(folder, keys(), arguments("--zip=mine.zip"));

        assertThat(document().status()).isEqualTo(RunStatus.FAILED);
        assertThat(document().exitCode()).hasValue(ExitCode.FAILED);
    }

    @Test
    void isNotThereForARunThatWasRefused() throws Exception {
        Invocation run =
                Invocation.in(folder, keys(), arguments("--files=1", "--bucket=elsewhere"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(files()).isEmpty();
    }

    @Test
    void staysRunningWhereWeftIsKilled() throws Exception {
        Process weft = start(arguments("--files=2000", "--passes=1000", "--forks=1"));
        try {
            while (files().isEmpty()) {
                assertThat(weft.isAlive()).isTrue();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } finally {
            List<ProcessHandle> children = weft.descendants().toList();
            weft.destroyForcibly().waitFor();
            for (ProcessHandle child : children) {
                assertThat(Processes.ends(child.pid(), Duration.ofSeconds(30))).isTrue();
            }
        }

        assertThat(document().status()).isEqualTo(RunStatus.RUNNING);
        assertThat(document().exitCode()).isEmpty();
        assertThat(document().endedAt()).isEmpty();
    }

    @Test
    void tellsOfWarningsAtTheEndAndKeepsThem() throws Exception {
        StringWriter err = new StringWriter();
        RunRecord record = begun(err);
        RecordedWarning warning =
                new RecordedWarning("a-code", "something was odd", "do something about it");

        record.warn(warning);
        assertThat(err.toString()).isEmpty();
        record.end(ExitCode.OK);

        assertThat(err.toString()).contains("weft: something was odd; do something about it");
        assertThat(document().warnings()).contains(warning);
    }

    @Test
    void keepsTheCalibrationFromWhenItWasMade() throws Exception {
        RunRecord record = begun(new StringWriter());

        record.calibrated(new Calibration(List.of(), Optional.empty(), 7, 700));
        assertThat(document().calibration().orElseThrow().uploads()).isEqualTo(7);
        assertThat(document().status()).isEqualTo(RunStatus.RUNNING);
        record.end(ExitCode.OK);

        assertThat(document().calibration().orElseThrow().uploads()).isEqualTo(7);
        assertThat(document().status()).isEqualTo(RunStatus.OK);
    }

    @Test
    void isCompletedWhereARunEndsWithAComplaint() throws Exception {
        begun(new StringWriter()).abandon(ExitCode.USAGE);

        assertThat(document().status()).isEqualTo(RunStatus.FAILED);
        assertThat(document().exitCode()).hasValue(ExitCode.USAGE);
    }

    @Test
    void isCompletedWhereASignalEndsARun() throws Exception {
        begun(new StringWriter()).end(ExitCode.INTERRUPTED);

        assertThat(document().status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(document().exitCode()).hasValue(130);
    }

    private RunRecord begun(StringWriter err)
            throws RecordException, InterruptedException, UsageException {
        Terminal terminal =
                new Terminal(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err),
                        InputStream.nullInputStream(),
                        Map.of(),
                        folder,
                        false,
                        false);
        InstantSource clock = InstantSource.system();
        RunRecord record =
                new RunRecord(terminal, clock, "r1", folder.resolve("benchmark/runs/r1"));
        record.look();
        record.begin(
                List.of("run"),
                RunTarget.of(Specs.nowhere(), BucketProperties.PLAIN),
                List.of(
                        new PlannedTrial(
                                Specs.trial(ModeName.ASYNC, 4, Specs.nowhere()),
                                1,
                                1,
                                1,
                                List.of(Specs.cold(Path.of("a.zip"))))),
                new PassRowFactory(
                        "upload",
                        1,
                        _ -> new PassRow.Software("25", "2", "0.1.0", Optional.empty()),
                        _ -> Specs.items(),
                        VerifyLevel.CHECKSUM,
                        (_, _, _, _) -> Reference.unknown(),
                        clock),
                new RunDesign(
                        "upload",
                        List.of(ModeName.ASYNC),
                        List.of(new RunDesign.Load(4, List.of(Specs.items().archive()))),
                        List.of(Specs.items()),
                        1,
                        1,
                        Optional.of("none"),
                        0,
                        OptionalLong.empty(),
                        true,
                        1,
                        1,
                        VerifyLevel.CHECKSUM,
                        List.of()));
        return record;
    }

    private String[] arguments(String... more) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(
                List.of(
                        "run",
                        "--mode=threads",
                        "--repetitions=1",
                        "--endpoint=" + server.target().endpoint().orElseThrow()));
        List<String> asked = List.of(more);
        Stream.of("--bucket=" + server.target().bucket(), "--forks=0", "--passes=1", "--warmup=0")
                .filter(
                        option ->
                                asked.stream()
                                        .noneMatch(
                                                given ->
                                                        given.startsWith(
                                                                option.replaceAll("=.*", "="))))
                .forEach(arguments::add);
        if (asked.stream().noneMatch(given -> given.startsWith("--zip="))) {
            arguments.add("--file-size=1KiB");
        }
        arguments.addAll(asked);
        return arguments.toArray(String[]::new);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(keys());
        return builder.start();
    }

    private Map<String, String> keys() {
        Credentials.Static keys = (Credentials.Static) server.target().credentials();
        return Map.of(
                "AWS_ACCESS_KEY_ID", keys.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", keys.secretAccessKey());
    }

    private RunDocument document() throws RecordException, IOException {
        return new RunFile(file()).read();
    }

    private Path file() throws IOException {
        assertThat(files()).hasSize(1);
        return files().getFirst();
    }

    private List<Path> files() throws IOException {
        Path runs = folder.resolve("benchmark/runs");
        if (!Files.exists(runs)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(runs)) {
            return found.filter(path -> path.endsWith("run.json")).toList();
        }
    }
}
