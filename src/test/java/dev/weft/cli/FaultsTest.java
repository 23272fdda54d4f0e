package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.RecordException;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.record.ResultsFile;
import dev.weft.record.TimingRow;
import dev.weft.record.TimingsFile;
import dev.weft.session.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run of every mode, in child JVMs, against an embedded server with faults.
class FaultsTest {
    private static final int FILES = 40;
    private static final String PLAN =
            "latency=lognormal(p50=1ms,p99=5ms) bandwidth=50MiB fault=error(share=15%)"
                    + " fault=denied(share=10%) fault=reset-before(share=15%,attempts=1)"
                    + " fault=reset-after(share=15%,attempts=1)"
                    + " fault=slow-body(share=15%,rate=100KiB) fault=slowdown(rate=3500)"
                    + " fault-seed=3";

    @TempDir static Path folder;

    private static Invocation run = new Invocation(-1, "", "");

    @BeforeAll
    static void measure() {
        run =
                Invocation.in(
                        folder,
                        Stream.concat(
                                        Stream.of(
                                                "run",
                                                "--files=" + FILES,
                                                "--file-size=1KiB",
                                                "--concurrency=8",
                                                "--repetitions=1",
                                                "--cold",
                                                "--no-calibrate"),
                                        Stream.of(PLAN.split(" ")).map(part -> "--" + part))
                                .toArray(String[]::new));
    }

    @Test
    void failsBecauseItemsDo() {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void saysFirstWhatTheServerDoes() {
        assertThat(run.err())
                .startsWith(
                        "weft: sequential, threads, async, virtual against an embedded S3 server (%s);"
                                .formatted(PLAN));
    }

    @Test
    void countsAddUpInEveryMode() throws RecordException {
        assertThat(rows())
                .extracting(row -> row.setting().mode())
                .containsExactlyInAnyOrder(ModeName.values());
        assertThat(rows())
                .allSatisfy(
                        row -> {
                            assertThat(row.setting().phase()).isEqualTo(Phase.COLD);
                            assertThat(row.measures().orElseThrow().counts().total())
                                    .isEqualTo(FILES);
                            assertThat(row.measures().orElseThrow().counts().failed())
                                    .isBetween(1, FILES / 2);
                        });
    }

    @Test
    void theSameItemsFailInTheSameWayInEveryMode() throws Exception {
        Map<String, Map<Integer, String>> failures = failures();

        assertThat(failures).hasSize(ModeName.values().length);
        assertThat(failures.values()).containsOnly(failures.values().iterator().next());
        assertThat(failures.values().iterator().next().values())
                .contains("InternalError", "AccessDenied")
                .hasSize(rows().getFirst().measures().orElseThrow().counts().failed());
    }

    @Test
    void resetsAreMendedByASecondAttempt() throws Exception {
        assertThat(items().filter(row -> row.item().failure().isEmpty()))
                .extracting(row -> row.item().attempts())
                .contains(1, 2);
    }

    @Test
    void everyRowSaysUnderWhichPlan() throws RecordException, IOException {
        assertThat(rows())
                .allSatisfy(row -> assertThat(row.setting().faults()).contains(PLAN))
                .extracting(row -> row.contract().fairness())
                .containsOnly(rows().getFirst().contract().fairness());
        assertThat(Files.readString(find(path -> path.endsWith("run.json"))))
                .contains("\"faults\" : \"" + PLAN + "\"");
    }

    private static Map<String, Map<Integer, String>> failures() throws Exception {
        Map<String, Map<Integer, String>> failures = new HashMap<>();
        items().forEach(
                        row ->
                                row.item()
                                        .failure()
                                        .ifPresent(
                                                code ->
                                                        failures.computeIfAbsent(
                                                                        row.item().trialId(),
                                                                        _ -> new TreeMap<>())
                                                                .put(row.item().index(), code)));
        return failures;
    }

    private static Stream<TimingRow> items() throws Exception {
        return TimingsFile.read(find(path -> path.endsWith("timings.csv"))).rows().stream();
    }

    private static List<PassRow> rows() throws RecordException {
        return new ResultsFile(folder.resolve("benchmark/results.csv")).read().rows();
    }

    private static Path find(Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(wanted).findFirst().orElseThrow();
        }
    }
}
