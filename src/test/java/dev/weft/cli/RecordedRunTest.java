package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.RecordException;
import dev.weft.plan.Credentials;
import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import dev.weft.record.ResultsFile;
import dev.weft.runjson.RunDesign;
import dev.weft.runjson.RunDocument;
import dev.weft.runjson.RunDocument.RunStatus;
import dev.weft.runjson.RunFile;
import dev.weft.server.ServerStartException;
import dev.weft.session.ExitCode;
import dev.weft.testing.Embedded;
import dev.weft.testing.Processes;
import dev.weft.testing.Zips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a run leaves in `run.json`, however it ends.
@Timeout(120)
class RecordedRunTest {
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
