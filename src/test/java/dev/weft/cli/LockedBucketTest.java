package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import dev.weft.session.ExitCode;
import dev.weft.testing.RefusingServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run does in a bucket whose objects cannot be deleted.
class LockedBucketTest {
    private static final String LOCKED =
            "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Days>30</Days></DefaultRetention></Rule></ObjectLockConfiguration>";

    @TempDir Path folder;

    @Test
    void refusesToUploadToItUnlessThatIsAllowed() throws Exception {
        try (RefusingServer server =
                RefusingServer.answering(Map.of(".*\\?object-lock.*", LOCKED))) {
            Invocation run = run(server, "--yes");

            assertThat(run.err())
                    .contains("keeps every new object for 30 days in compliance mode")
                    .contains("; use another bucket, or add --allow-locked if they may stay");
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(server.requests()).noneMatch(request -> request.startsWith("PUT "));
        }
    }

    @Test
    void saysSoAndUploadsWhereThatIsAllowed() throws Exception {
        try (RefusingServer server =
                RefusingServer.answering(Map.of(".*\\?object-lock.*", LOCKED))) {
            Invocation run = run(server, "--allow-locked");

            assertThat(run.err()).contains("keeps every new object for 30 days in compliance mode");
            assertThat(server.requests()).anyMatch(request -> request.startsWith("PUT "));
        }
    }

    @Test
    void asksWhatKindOfBucketItIsBeforeItWritesToIt() throws Exception {
        try (RefusingServer server = RefusingServer.answering(Map.of())) {
            var _ = run(server, "--yes");

            assertThat(server.requests().subList(0, 4))
                    .allMatch(request -> request.startsWith("GET "));
            assertThat(server.requests().get(4)).startsWith("PUT ");
        }
    }

    private Invocation run(RefusingServer server, String option) {
        Target target = server.target();
        Credentials.Static keys = (Credentials.Static) target.credentials();
        return Invocation.in(
                folder,
                Map.of(
                        "AWS_ACCESS_KEY_ID",
                        keys.accessKeyId(),
                        "AWS_SECRET_ACCESS_KEY",
                        keys.secretAccessKey()),
                "run",
                "--mode=threads",
                "--files=1",
                "--file-size=1KiB",
                "--cold",
                "--repetitions=1",
                "--forks=0",
                "--no-calibrate",
                "--endpoint=" + target.endpoint().orElseThrow(),
                "--bucket=" + target.bucket(),
                option);
    }
}
