package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.csv.RecordException;
import dev.weft.plan.Credentials;
import dev.weft.plan.FairnessContract;
import dev.weft.record.ItemCounts;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.record.ResultsFile;
import dev.weft.server.ServerStartException;
import dev.weft.session.ExitCode;
import dev.weft.store.S3Bucket;
import dev.weft.testing.Embedded;
import dev.weft.testing.Zips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages and exit codes for bad zips, servers and files.
class TroubleTest {
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
    void failsOnlyTheEntryWhoseBytesAreNotWhatTheZipStates() throws RecordException {
        Zips zip = Zips.stored("a", "b", "c");

        Invocation run = runOf(zip.flipped(zip.dataOf(1)));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("1 of 3 items failed", "CrcMismatch");
        assertThat(run.out()).contains("0 of 1", "CrcMismatch");
        assertThat(rows())
                .allSatisfy(
                        row -> {
                            assertThat(row.ending().status()).isEqualTo(PassStatus.FAILED);
                            assertThat(row.ending().verified()).isFalse();
                            assertThat(row.measures().orElseThrow().counts())
                                    .isEqualTo(new ItemCounts(2, 1, 0));
                        });
        assertNothingIsLeft();
    }

    @Test
    void failsOnlyTheEntryThatIsEncrypted() throws RecordException {
        Invocation run = runOf(Zips.stored("a", "b").with(0, Zips.Field.FLAGS, 1));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("1 of 2 items failed", "Encrypted");
        assertNothingIsLeft();
    }

    @Test
    void uploadsNamesThatWouldLeaveAFolderAsPartsOfKeys() throws RecordException {
        Invocation run =
                runOf(
                        Zips.stored("folder/", "../x", "/x", "//x", "a/../b", "x", "y", " %2F+é")
                                .withName(6, "x".getBytes(StandardCharsets.UTF_8)));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(rows())
                .allSatisfy(
                        row ->
                                assertThat(row.measures().orElseThrow().counts())
                                        .isEqualTo(new ItemCounts(7, 0, 0)));
        assertNothingIsLeft();
    }

    @Test
    void refusesAZipWithoutFiles() {
        assertRefused(runOf(Zips.empty()), "mine.zip", "holds no files");
    }

    @Test
    void refusesAZipThatIsCutOff() {
        Zips zip = Zips.stored("a", "b");

        assertRefused(runOf(zip.cut(zip.directoryStart())), "mine.zip", "is truncated");
    }

    @Test
    void refusesKeysThatTheServerDoesNotTake() {
        Map<String, String> keys = new HashMap<>(keys());
        keys.put("AWS_SECRET_ACCESS_KEY", "wrong");

        Invocation run = run(keys, server.target().bucket());

        assertRefused(run, "weft-test", "refuses the credentials", "SignatureDoesNotMatch");
        assertThat(run.err()).doesNotContain("wrong");
    }

    @Test
    void refusesABucketThatIsNotThere() {
        assertRefused(run(keys(), "elsewhere"), "bucket elsewhere", "does not exist", "--bucket");
    }

    @Test
    void refusesResultsOfAnotherKindBeforeItMeasures() throws IOException {
        Files.createDirectories(folder.resolve("benchmark"));
        Path csv = Files.writeString(folder.resolve("benchmark/results.csv"), "date,amount\n1,2\n");

        assertRefused(runOf(Zips.stored("a")), "results.csv");
        assertThat(csv).hasContent("date,amount\n1,2\n");
    }

    @Test
    void refusesResultsThatCannotBeWrittenBeforeItMeasures() throws IOException {
        Files.writeString(folder.resolve("benchmark"), "a file where a folder should be");

        assertRefused(runOf(Zips.stored("a")), "results.csv");
    }

    @Test
    void saysThatTheDiskIsFull() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");

        Invocation run = runOf(Zips.stored("a"), "--csv=" + full);

        assertRefused(run, "/dev/full");
    }

    @Test
    void refusesAPortThatIsTaken() {
        int port = server.target().endpoint().orElseThrow().getPort();

        assertRefused(
                Invocation.in(folder, "serve", "--port=" + port), Integer.toString(port), "in use");
    }

    @Test
    void saysThatThereIsNothingToDraw() throws IOException {
        assertRefused(Invocation.in(folder, "plot"), "there are no results");

        Files.createDirectories(folder.resolve("benchmark"));
        Files.writeString(folder.resolve("benchmark/results.csv"), "");
        Invocation empty = Invocation.in(folder, "plot");

        assertRefused(empty, "there are no passes to draw");
    }

    private static void assertRefused(Invocation invocation, String... parts) {
        assertThat(invocation.err()).contains(parts).doesNotContain("\tat ");
        assertThat(invocation.exitCode()).as(invocation.err()).isEqualTo(ExitCode.USAGE);
    }

    private Invocation runOf(Zips zip, String... more) {
        try {
            Files.write(folder.resolve("mine.zip"), zip.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return run(keys(), server.target().bucket(), more);
    }

    /// A run in this JVM, of the zip that the folder holds.
    private Invocation run(Map<String, String> keys, String bucket, String... more) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(
                List.of(
                        "run",
                        "--forks=0",
                        "--mode=threads",
                        "--repetitions=1",
                        "--passes=1",
                        "--warmup=0",
                        "--concurrency=4",
                        "--endpoint=" + server.target().endpoint().orElseThrow(),
                        "--bucket=" + bucket));
        if (Files.exists(folder.resolve("mine.zip"))) {
            arguments.add("--zip=mine.zip");
        } else {
            arguments.addAll(List.of("--files=1", "--file-size=1KiB"));
        }
        arguments.addAll(List.of(more));
        return Invocation.in(folder, keys, arguments.toArray(String[]::new));
    }

    private Map<String, String> keys() {
        Credentials.Static keys = (Credentials.Static) server.target().credentials();
        return Map.of(
                "AWS_ACCESS_KEY_ID", keys.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", keys.secretAccessKey());
    }

    private List<PassRow> rows() throws RecordException {
        return new ResultsFile(folder.resolve("benchmark/results.csv")).read().rows();
    }

    private void assertNothingIsLeft() {
        try (S3Bucket bucket = new S3Bucket(server.target(), FairnessContract.standard(1))) {
            assertThat(bucket.list("")).isExhausted();
        }
    }
}
