package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.RecordException;
import dev.weft.plan.Credentials;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.record.ItemCounts;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.record.ResultsFile;
import dev.weft.server.ServerStartException;
import dev.weft.session.ExitCode;
import dev.weft.store.S3Bucket;
import dev.weft.store.StoreException;
import dev.weft.testing.Embedded;
import dev.weft.testing.ZipCase;
import dev.weft.testing.Zips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the modes make of zips that are strange: all of them the same.
class StrangeZipsTest {
    @TempDir static Path spill;
    private static Embedded server;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws ServerStartException {
        server = Embedded.start(spill);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void empty() {
        var _ = keysOfTheRun();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut inside the directory record", "a bomb of one file"})
    void areRefusedBeforeAnythingIsSent(String name) throws Exception {
        ZipCase strange = ZipCase.named(name);

        for (ModeName mode : ModeName.values()) {
            Invocation run = run(strange.zip(), mode);

            String sentence = ((ZipCase.Fate.Refused) strange.fate()).sentence();
            assertThat(run.err()).contains("mine.zip " + sentence);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(folder.resolve("benchmark")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "another CRC-32, deflated",
                "a bomb that states one byte",
                "encrypted with AES"
            })
    void loseTheBrokenEntryAlone(String name) throws Exception {
        ZipCase strange = ZipCase.named(name);

        for (ModeName mode : ModeName.values()) {
            Invocation run = run(strange.zip(), mode);

            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.FAILED);
            assertThat(keysOfTheRun()).containsExactly("00000000-a", "00000002-c");
        }
        List<PassRow> rows = rows();
        assertThat(rows).extracting(row -> row.setting().mode()).containsExactly(ModeName.values());
        String reason = rows.getFirst().ending().failure().orElseThrow();
        assertThat(reason).contains(broken(strange));
        assertThat(rows)
                .allSatisfy(
                        row -> {
                            assertThat(row.ending().status()).isEqualTo(PassStatus.FAILED);
                            assertThat(row.ending().failure()).contains(reason);
                            assertThat(row.measures().orElseThrow().counts())
                                    .isEqualTo(new ItemCounts(2, 1, 0));
                        });
    }

    @Test
    void areUploadedInWhole() throws Exception {
        for (ModeName mode : ModeName.values()) {
            Invocation run = run(ZipCase.named("a name twice").zip(), mode);

            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
            assertThat(keysOfTheRun()).containsExactly("00000000-1", "00000001-1");
        }
        assertThat(rows()).hasSize(4).allMatch(row -> row.ending().verified());
    }

    @Test
    void areHeldAgainstTheLimitsOfTheCommandLine() throws Exception {
        Zips zip = Zips.stored("a", "b");

        Invocation refused = run(zip, ModeName.THREADS, "--max-unzipped=1199");
        Invocation allowed = run(zip, ModeName.THREADS, "--max-unzipped=1200");

        assertThat(refused.err())
                .contains(
                        "mine.zip unzips to too much: its files have 1200 bytes together, and --max-unzipped allows 1199; raise that where it is meant");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(allowed.exitCode()).as(allowed.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void areAllowedAnotherRatioOnTheCommandLine() throws Exception {
        Zips bomb = ZipCase.named("a bomb of one file").zip();

        Invocation run = run(bomb, ModeName.THREADS, "--max-ratio=1032");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void areMeasuredOnceWhereTheyAreNamedTwice() throws Exception {
        Invocation run = run(Zips.stored("a"), ModeName.THREADS, "--zip=./mine.zip,mine.zip");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void areNoFolders() {
        Invocation run = Invocation.in(folder, "run", "--zip=.");

        assertThat(run.err()).contains(" is a folder, not a zip; name a zip file");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    /// Returns the message of the second file, without its code.
    private static String broken(ZipCase strange) {
        String file = ((ZipCase.Fate.Read) strange.fate()).files().get(1);
        return file.substring(file.indexOf(": ") + 2);
    }

    private Invocation run(Zips zip, ModeName mode, String... more) throws IOException {
        Files.write(folder.resolve("mine.zip"), zip.bytes());
        Credentials.Static keys = (Credentials.Static) server.target().credentials();
        List<String> arguments = new ArrayList<>();
        arguments.addAll(
                List.of(
                        "run",
                        "--forks=0",
                        "--cold",
                        "--no-calibrate",
                        "--keep-objects",
                        "--repetitions=1",
                        "--concurrency=2",
                        "--zip=mine.zip",
                        "--mode=" + mode.label(),
                        "--endpoint=" + server.target().endpoint().orElseThrow(),
                        "--bucket=" + server.target().bucket()));
        arguments.addAll(List.of(more));
        return Invocation.in(
                folder,
                Map.of(
                        "AWS_ACCESS_KEY_ID", keys.accessKeyId(),
                        "AWS_SECRET_ACCESS_KEY", keys.secretAccessKey()),
                arguments.toArray(String[]::new));
    }

    private List<PassRow> rows() throws RecordException {
        return new ResultsFile(folder.resolve("benchmark/results.csv")).read().rows();
    }

    /// The keys that the newest run left, without what all of them begin with; deleted now.
    private static List<String> keysOfTheRun() {
        try (S3Bucket bucket = new S3Bucket(server.target(), FairnessContract.standard(1))) {
            List<String> keys = new ArrayList<>();
            bucket.list("").forEachRemaining(object -> keys.add(object.key()));
            bucket.delete(keys);
            return keys.stream().map(key -> key.substring(key.lastIndexOf('/') + 1)).toList();
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }
}
