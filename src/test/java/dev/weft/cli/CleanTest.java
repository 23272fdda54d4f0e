package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import dev.weft.screen.Terminal;
import dev.weft.session.ExitCode;
import dev.weft.testing.Embedded;
import dev.weft.testing.ServerStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What `clean` deletes on the embedded server, and above all what it does not.
class CleanTest {
    private static final String RUN = "20261121T093000Z-1a2b";
    private static final String OTHER = "20261121T094000Z-ffff";
    private static final List<String> FOREIGN =
            List.of(
                    "photos/" + RUN + "/x",
                    "weft",
                    "weft-notes.txt",
                    "weft/" + RUN,
                    "weft/doctor-me/x",
                    "weft/mine/x",
                    "weft/x",
                    "weft2/" + RUN + "/x");
    private static final List<String> OF_RUN =
            List.of("weft/" + RUN + "/b1-async/1/00000000-//a", "weft/" + RUN + "/calibration/b");
    private static final List<String> OF_OTHER =
            List.of("weft/" + OTHER + "/b1/1/00000000-tab\tand\u0001control");

    @TempDir Path folder;

    private Embedded server;
    private S3Client client;
    private Target target;

    @BeforeEach
    void fill() throws Exception {
        server = Embedded.start(folder);
        target = server.target();
        client = ServerStore.client(target);
        Stream.of(FOREIGN, OF_RUN, OF_OTHER).flatMap(List::stream).forEach(this::put);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void deletesWhatEveryRunLeftAndNothingElse() {
        Invocation clean = clean("--all", "--yes");

        assertThat(clean.exitCode()).as(clean.err()).isEqualTo(ExitCode.OK);
        assertThat(clean.out())
                .containsPattern(RUN + " +2 +6 +20\\d\\d-.*Z  to be deleted")
                .containsPattern(OTHER + " +1 +3 +20\\d\\d-.*Z  to be deleted")
                .endsWith("deleted 3 objects of 2 runs\n");
        assertThat(clean.err())
                .isEqualTo("weft: 4 objects are below weft/ of no run of weft, and left alone\n");
        assertThat(keys()).containsExactlyElementsOf(FOREIGN);
    }

    @Test
    void deletesWhatOneRunLeft() {
        Invocation clean = clean("--run=" + OTHER, "--yes");

        assertThat(clean.exitCode()).as(clean.err()).isEqualTo(ExitCode.OK);
        assertThat(clean.out()).endsWith("deleted 1 object of 1 run\n");
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(with(OF_RUN));
    }

    @Test
    void leavesWhatMayBelongToARunAtWork() {
        Invocation clean = clean("--yes");

        assertThat(clean.exitCode()).as(clean.err()).isEqualTo(ExitCode.OK);
        assertThat(clean.out()).contains("stays").doesNotContain("deleted");
        assertThat(clean.err()).contains("--run, --older-than or --all");
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(with(OF_RUN, OF_OTHER));
    }

    @Test
    void takesWhatNothingWasAddedToForAnHour() {
        Invocation clean = cleanLater(Duration.ofMinutes(61), false, "", "--yes");

        assertThat(clean.exitCode()).as(clean.err()).isEqualTo(ExitCode.OK);
        assertThat(keys()).containsExactlyElementsOf(FOREIGN);
    }

    @Test
    void leavesWhatIsNotAsOldAsAskedFor() {
        var _ = cleanLater(Duration.ofHours(23), false, "", "--yes", "--older-than=1d");
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(with(OF_RUN, OF_OTHER));

        var _ = cleanLater(Duration.ofHours(25), false, "", "--yes", "--older-than=1d");
        assertThat(keys()).containsExactlyElementsOf(FOREIGN);
    }

    @Test
    void showsAndDeletesNothingInADryRun() {
        Invocation clean = clean("--all", "--yes", "--dry-run");

        assertThat(clean.exitCode()).as(clean.err()).isEqualTo(ExitCode.OK);
        assertThat(clean.out()).contains(RUN, OTHER).doesNotContain("deleted 3");
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(with(OF_RUN, OF_OTHER));
    }

    @Test
    void deletesNothingThatNobodyAgreedTo() {
        Invocation clean = clean("--all");

        assertThat(clean.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(clean.err())
                .endsWith(
                        "weft: there are 3 objects of 2 runs in bucket weft-test; add --yes to delete them\n");
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(with(OF_RUN, OF_OTHER));
    }

    @Test
    void asksThePersonAtTheTerminal() {
        Invocation no = cleanLater(Duration.ZERO, true, "no\n", "--all");
        assertThat(no.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(no.err())
                .contains(
                        "Delete 3 objects of 2 runs in bucket weft-test? [y/N] ",
                        "nothing was deleted");
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(with(OF_RUN, OF_OTHER));

        Invocation yes = cleanLater(Duration.ZERO, true, "y\n", "--all");
        assertThat(yes.exitCode()).as(yes.err()).isEqualTo(ExitCode.OK);
        assertThat(keys()).containsExactlyElementsOf(FOREIGN);
    }

    @Test
    void saysThatNothingIsThere() {
        var _ = clean("--all", "--yes");
        Invocation again = clean("--all", "--yes");

        assertThat(again.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(again.out()).isEmpty();
        assertThat(again.err())
                .startsWith("weft: nothing is left of any run in bucket weft-test at http://");
    }

    @Test
    void saysThatTheBucketIsNotThere() {
        Invocation clean = clean("--bucket=elsewhere", "--yes");

        assertThat(clean.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(clean.err()).contains("bucket elsewhere at", "does not exist");
    }

    private Invocation clean(String... options) {
        return cleanLater(Duration.ZERO, false, "", options);
    }

    /// Cleans so long after everything was written.
    private Invocation cleanLater(
            Duration later, boolean interactive, String answer, String... options) {
        Credentials.Static keys = (Credentials.Static) target.credentials();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        InputStream in = new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8));
        Terminal terminal =
                new Terminal(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        in,
                        Map.of(
                                "AWS_ENDPOINT_URL_S3",
                                target.endpoint().orElseThrow().toString(),
                                "WEFT_BUCKET",
                                target.bucket(),
                                "AWS_ACCESS_KEY_ID",
                                keys.accessKeyId(),
                                "AWS_SECRET_ACCESS_KEY",
                                keys.secretAccessKey()),
                        folder,
                        interactive,
                        interactive);
        Instant now = Instant.now().plus(later);
        int exitCode = Weft.execute(terminal, () -> now, words(options));
        return new Invocation(exitCode, out.toString(), err.toString());
    }

    private static String[] words(String... options) {
        return Stream.concat(Stream.of("clean"), Stream.of(options)).toArray(String[]::new);
    }

    @SafeVarargs
    private static List<String> with(List<String>... more) {
        List<String> all = new ArrayList<>(FOREIGN);
        for (List<String> keys : more) {
            all.addAll(keys);
        }
        return all;
    }

    private List<String> keys() {
        return client
                .listObjectsV2Paginator(list -> list.bucket(target.bucket()).encodingType("url"))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    private void put(String key) {
        client.putObject(
                put -> put.bucket(target.bucket()).key(key), RequestBody.fromBytes(new byte[3]));
    }
}
