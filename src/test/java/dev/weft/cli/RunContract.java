package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Credentials;
import dev.weft.plan.ModeName;
import dev.weft.plan.Target;
import dev.weft.plan.VerifyLevel;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.record.ResultsFile;
import dev.weft.session.ExitCode;
import dev.weft.testing.ServerStore;
import dev.weft.testing.SmallZip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// `weft run` with the bucket of a user, on any server.
interface RunContract {
    /// The server, with a bucket that is there.
    Target target();

    @Test
    default void everyModeUploadsAndVerifiesAndLeavesNothing(@TempDir Path folder)
            throws Exception {
        Invocation run = run(folder, target(), "--mode=all");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(rows(folder))
                .extracting(row -> row.setting().mode())
                .contains(ModeName.values());
        assertThat(rows(folder))
                .allSatisfy(
                        row -> {
                            assertThat(row.ending().status()).isEqualTo(PassStatus.OK);
                            assertThat(row.ending().verified()).isTrue();
                        });
        assertThat(keys(target(), "weft/")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void everyRowSaysHowItWasVerified(VerifyLevel level, @TempDir Path folder)
            throws Exception {
        Invocation run = run(folder, target(), "--mode=virtual", "--verify=" + level.label());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(rows(folder))
                .isNotEmpty()
                .allSatisfy(
                        row -> {
                            assertThat(row.ending().verify()).isEqualTo(level);
                            assertThat(row.ending().verified())
                                    .isEqualTo(level != VerifyLevel.NONE);
                            assertThat(row.ending().status()).isEqualTo(PassStatus.OK);
                        });
    }

    @Test
    default void keysOfOthersStay(@TempDir Path folder) throws Exception {
        withKeysOfOthers(
                foreign -> {
                    Invocation run = run(folder, target(), "--mode=threads");

                    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
                    assertThat(keys(target(), "weft")).containsExactlyInAnyOrderElementsOf(foreign);
                });
    }

    @Test
    default void cleanRemovesWhatRunsLeftAndNothingElse(@TempDir Path folder) throws Exception {
        withKeysOfOthers(
                foreign -> {
                    var _ = run(folder, target(), "--mode=async", "--keep-objects");
                    List<String> left = keys(target(), "weft");
                    assertThat(left).hasSizeGreaterThan(foreign.size());

                    Invocation unasked = weft(folder, target(), "clean", "--all");
                    assertThat(unasked.exitCode()).isEqualTo(ExitCode.USAGE);
                    assertThat(keys(target(), "weft")).isEqualTo(left);

                    Invocation clean = weft(folder, target(), "clean", "--all", "--yes");
                    assertThat(clean.exitCode()).as(clean.err()).isEqualTo(ExitCode.OK);
                    assertThat(keys(target(), "weft")).containsExactlyInAnyOrderElementsOf(foreign);
                });
    }

    /// What is done while keys of others are below `weft` and beside.
    interface AmongOthers {
        /// Does it.
        ///
        /// @param foreign the keys of others
        void act(List<String> foreign) throws Exception;
    }

    private void withKeysOfOthers(AmongOthers deed) throws Exception {
        List<String> foreign = List.of("weft", "weft/mine", "weft/notes/a", "wefts/y");
        try (S3Client client = ServerStore.client(target())) {
            String bucket = target().bucket();
            foreign.forEach(
                    key ->
                            client.putObject(
                                    put -> put.bucket(bucket).key(key),
                                    RequestBody.fromString("not weft's")));
            try {
                deed.act(foreign);
            } finally {
                foreign.forEach(key -> client.deleteObject(gone -> gone.bucket(bucket).key(key)));
            }
        }
    }

    @Test
    default void aMissingBucketIsOneSentence(@TempDir Path folder) throws Exception {
        Target elsewhere = target();
        Invocation run =
                run(
                        folder,
                        new Target(
                                elsewhere.kind(),
                                elsewhere.endpoint(),
                                elsewhere.region(),
                                "nobody-made-this-one",
                                elsewhere.pathStyle(),
                                elsewhere.credentials(),
                                elsewhere.faults()));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("bucket nobody-made-this-one", "does not exist", "--bucket")
                .doesNotContain("\tat ");
        assertThat(run.err().lines().filter(line -> line.contains("nobody-made-this-one at")))
                .as("beside what it was about to do")
                .hasSizeBetween(1, 2);
    }

    /// A run in this JVM of a zip of odd names, no byte at all, and one that is streamed.
    static Invocation run(Path folder, Target target, String... more) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a b+c%41", SmallZip.noise(10));
        files.put("ü/€😀", SmallZip.noise(20));
        files.put("empty", new byte[0]);
        files.put("large", SmallZip.noise(1_500_000));
        var _ = SmallZip.write(folder.resolve("mine.zip"), files);
        List<String> arguments = new ArrayList<>();
        arguments.addAll(
                List.of(
                        "run",
                        "--forks=0",
                        "--zip=mine.zip",
                        "--repetitions=1",
                        "--passes=1",
                        "--warmup=0",
                        "--concurrency=4",
                        "--no-calibrate",
                        "--yes"));
        arguments.addAll(List.of(more));
        return weft(folder, target, arguments.toArray(String[]::new));
    }

    /// weft in this JVM, with a bucket configured.
    static Invocation weft(Path folder, Target target, String... arguments) {
        Credentials.Static keys = (Credentials.Static) target.credentials();
        return Invocation.in(
                folder,
                Map.of(
                        "AWS_ACCESS_KEY_ID",
                        keys.accessKeyId(),
                        "AWS_SECRET_ACCESS_KEY",
                        keys.secretAccessKey(),
                        "AWS_ENDPOINT_URL_S3",
                        target.endpoint().orElseThrow().toString(),
                        "WEFT_BUCKET",
                        target.bucket()),
                arguments);
    }

    /// The rows of all runs in a folder.
    static List<PassRow> rows(Path folder) throws Exception {
        return new ResultsFile(folder.resolve("benchmark/results.csv")).read().rows();
    }

    /// Lists the keys below a prefix with another client.
    static List<String> keys(Target target, String prefix) {
        try (S3Client client = ServerStore.client(target)) {
            return client
                    .listObjectsV2Paginator(list -> list.bucket(target.bucket()).prefix(prefix))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .toList();
        }
    }
}
