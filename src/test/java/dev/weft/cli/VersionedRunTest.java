package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.RequestCounts;
import dev.weft.runjson.RecordedWarning;
import dev.weft.runjson.RunFile;
import dev.weft.session.ExitCode;
import dev.weft.testing.VersioningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages of a run about a bucket with versions.
class VersionedRunTest {
    @TempDir Path folder;

    private VersioningServer server;

    @BeforeEach
    void start() throws IOException {
        server = VersioningServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void leavesNoVersionAndWarnsOfNone() throws Exception {
        Invocation run = run();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(server.keys()).isEmpty();
        assertThat(warnings()).noneMatch(code -> code.startsWith("versions"));
    }

    @Test
    void saysFirstAndLastThatVersionsMayStayWhereTheBucketDoesNotTell() throws Exception {
        server.refuseToTell();

        Invocation run = run();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.err())
                .contains("weft: bucket weft-test does not report whether it keeps versions, so")
                .contains(
                        "weft: versions of what was deleted below weft/ are still in bucket weft-test if it keeps any, which it does not report; allow s3:GetBucketVersioning");
        assertThat(warnings()).contains("versions-unknown");
        assertThat(server.keys())
                .as("what was uploaded, some of it as versions, and a marker for each key")
                .hasSize(5 + 12 + 5 + 3 * 5);
    }

    @Test
    void sendsNoMoreThanItSaidWhateverItIsAllowed() throws Exception {
        List<Runnable> policies = List.of(() -> {}, server::refuseListing, server::refuseDeleting);
        int before = 0;
        for (Runnable policy : policies) {
            policy.run();

            Invocation run = run();

            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
            RequestCounts said = BillOnServerTest.said(run);
            List<String> lines = server.requests();
            RequestCounts sent = BillOnServerTest.counted(lines.subList(before, lines.size()));
            before = lines.size();
            assertThat(sent.puts()).isEqualTo(said.puts());
            assertThat(sent.lists()).isBetween(1L, said.lists());
            assertThat(sent.reads()).isEqualTo(said.reads());
            assertThat(sent.deletes()).isBetween(1L, said.deletes());
        }
    }

    private Invocation run() {
        return RunContract.weft(
                folder,
                server.target(),
                "run",
                "--mode=async",
                "--files=5",
                "--file-size=1KiB",
                "--concurrency=2",
                "--repetitions=1",
                "--passes=1",
                "--warmup=12",
                "--forks=0",
                "--no-calibrate",
                "--verify=none");
    }

    private List<String> warnings() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("benchmark"))) {
            Path file = files.filter(path -> path.endsWith("run.json")).findFirst().orElseThrow();
            return new RunFile(file).read().warnings().stream().map(RecordedWarning::code).toList();
        }
    }
}
