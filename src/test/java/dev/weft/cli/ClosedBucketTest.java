package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.RecordException;
import dev.weft.plan.ModeName;
import dev.weft.record.FailureCounts.Failures;
import dev.weft.record.ItemCounts;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.record.ResultsFile;
import dev.weft.session.ExitCode;
import dev.weft.testing.ClosedBucket;
import dev.weft.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What weft reports of a bucket that takes no upload, over real HTTP.
@Timeout(300)
class ClosedBucketTest {
    private static final int FILES = 6;
    private static final String SECRET = "planted+secret/0123456789";

    @TempDir Path folder;
    private ClosedBucket server;

    @BeforeEach
    void start() throws IOException {
        server = ClosedBucket.startStuck();
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(ModeName.class)
    void everyAttemptTimesOutAndTheCountsAddUp(ModeName mode) throws Exception {
        Invocation run =
                run(
                        mode,
                        "--forks=0",
                        "--attempt-timeout=200ms",
                        "--call-timeout=1m",
                        "--max-attempts=2");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.FAILED);
        PassRow row = row();
        PassMeasures measures = row.measures().orElseThrow();
        assertThat(row.ending().status()).isEqualTo(PassStatus.FAILED);
        assertThat(measures.counts()).isEqualTo(new ItemCounts(0, FILES, 0));
        assertThat(measures.failureCounts().failures())
                .extracting(Failures::code)
                .containsExactly("AttemptTimeout");
        assertThat(row.contract().terms().maxAttempts()).isEqualTo(2);
        assertThat(row.contract().terms().attemptTimeout()).hasMillis(200);
    }

    @ParameterizedTest
    @EnumSource(ModeName.class)
    void aStallEndsThePassWithAThreadDump(ModeName mode) throws Exception {
        assertStalled(mode, run(mode, "--forks=0", "--stall-timeout=3s"));
    }

    @Test
    void aStallEndsThePassOfAChildJvmToo() throws Exception {
        Set<Long> before = Processes.ofOurs();
        assertStalled(ModeName.VIRTUAL, run(ModeName.VIRTUAL, "--stall-timeout=15s"));
        assertThat(Processes.ofOurs()).isEqualTo(before);
    }

    @Test
    void whatIsRefusedThroughoutCostsTwoTrialsAndNoMore() throws Exception {
        int files = 30;
        try (ClosedBucket refusing = ClosedBucket.startRefusing()) {
            Invocation run =
                    runAt(
                            refusing,
                            "--mode=all",
                            "--files=" + files,
                            "--concurrency=2",
                            "--repetitions=3",
                            "--forks=0",
                            "--cold");

            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err())
                    .contains("ended early: 2 trials in a row gave up and stored nothing");
            assertThat(rows()).hasSize(2).allSatisfy(row -> assertGaveUp(row, files));
        }
    }

    private static void assertGaveUp(PassRow row, int files) {
        ItemCounts counts = row.measures().orElseThrow().counts();
        assertThat(row.ending().status()).isEqualTo(PassStatus.FAILED);
        assertThat(row.ending().failure().orElseThrow())
                .startsWith("gave up: ")
                .contains(
                        " uploads failed, most with AccessDenied; the first one: AccessDenied: Access Denied");
        assertThat(counts.failed()).isBetween(20, 22);
        assertThat(counts.stored()).isZero();
        assertThat(counts.total()).isEqualTo(files);
    }

    private void assertStalled(ModeName mode, Invocation run) throws Exception {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.FAILED);
        PassRow row = row();
        int open = mode == ModeName.SEQUENTIAL ? 1 : 4;
        assertThat(row.ending().status()).isEqualTo(PassStatus.TIMED_OUT);
        assertThat(row.measures().orElseThrow().counts())
                .isEqualTo(new ItemCounts(0, open, FILES - open));
        assertThat(row.measures().orElseThrow().failureCounts().failures())
                .containsExactly(new Failures("Stalled", open));
        Path dump = dump();
        assertThat(row.ending().failure().orElseThrow())
                .startsWith("stalled: no upload began or ended for ")
                .contains("with " + open + " on the way", dump.getFileName().toString());
        assertThat(Files.readString(dump)).contains("weft-drive").doesNotContain(SECRET);
        if (mode == ModeName.VIRTUAL) {
            assertThat(Files.readString(dump)).containsPattern("\"weft-upload-\\d+\" virtual");
        }
    }

    private Path dump() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("benchmark"))) {
            List<Path> dumps =
                    files.filter(file -> file.toString().endsWith("-threads.txt")).toList();
            assertThat(dumps).hasSize(1);
            return dumps.getFirst();
        }
    }

    private PassRow row() throws RecordException {
        assertThat(rows()).hasSize(1);
        return rows().getFirst();
    }

    private List<PassRow> rows() throws RecordException {
        return new ResultsFile(folder.resolve("benchmark/results.csv")).read().rows();
    }

    private Invocation run(ModeName mode, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--mode=" + mode.label(),
                                "--files=" + FILES,
                                "--concurrency=4",
                                "--repetitions=1",
                                "--cold"));
        arguments.addAll(List.of(more));
        return runAt(server, arguments.toArray(String[]::new));
    }

    private Invocation runAt(ClosedBucket bucket, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "run",
                                "--file-size=1KiB",
                                "--no-calibrate",
                                "--endpoint=" + bucket.endpoint(),
                                "--bucket=weft-test"));
        arguments.addAll(List.of(more));
        return Invocation.in(
                folder,
                Map.of("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY", SECRET),
                arguments.toArray(String[]::new));
    }
}
