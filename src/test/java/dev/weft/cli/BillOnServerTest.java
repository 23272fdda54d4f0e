package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Credentials;
import dev.weft.plan.RequestCounts;
import dev.weft.session.ExitCode;
import dev.weft.testing.CountingRelay;
import dev.weft.testing.Embedded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compares the forecast before the first request with the requests that arrive.
class BillOnServerTest {
    private static final Pattern BILL =
            Pattern.compile(
                    "at most ([\\d,]+) PUT, ([\\d,]+) LIST, ([\\d,]+) GET or HEAD and ([\\d,]+) DELETE requests");

    @TempDir Path folder;
    @TempDir Path spill;

    private Embedded server;
    private CountingRelay relay;

    @BeforeEach
    void start() throws Exception {
        server = Embedded.start(spill);
        relay = CountingRelay.before(server.target().endpoint().orElseThrow());
    }

    @AfterEach
    void stop() throws Exception {
        relay.close();
        server.close();
    }

    @Test
    void aRunWithoutCalibrationSendsExactlyWhatItSaid() {
        Invocation run = run("--mode=threads,async", "--forks=0", "--no-calibrate");

        RequestCounts said = said(run);
        RequestCounts sent = sent();
        assertThat(sent.puts()).isEqualTo(said.puts());
        assertThat(sent.lists()).isEqualTo(said.lists());
        assertThat(sent.deletes()).isEqualTo(said.deletes());
        // The server reports no encryption, so no object needs a query of its checksum.
        assertThat(sent.reads()).isEqualTo(said.reads()).isEqualTo(3);
    }

    @Test
    void keepingObjectsSavesTheirDeletion() {
        Invocation run = run("--mode=virtual", "--forks=0", "--no-calibrate", "--keep-objects");

        RequestCounts said = said(run);
        RequestCounts sent = sent();
        assertThat(sent.lists()).isEqualTo(said.lists());
        assertThat(sent.deletes()).isEqualTo(said.deletes()).isEqualTo(1);
    }

    @Test
    void calibrationAndDiagnosisAreInTheBill() {
        Invocation run = run("--mode=async", "--diagnose");

        RequestCounts said = said(run);
        RequestCounts sent = sent();
        assertThat(sent.puts()).isBetween(said.puts() / 10, said.puts());
        assertThat(sent.lists()).isBetween(said.lists() - 1, said.lists());
        assertThat(sent.reads()).isBetween(1L, said.reads());
        assertThat(sent.deletes()).isBetween(said.deletes() - 1, said.deletes());
    }

    private Invocation run(String... more) {
        Credentials.Static keys = (Credentials.Static) server.target().credentials();
        List<String> arguments = new ArrayList<>();
        arguments.addAll(
                List.of(
                        "run",
                        "--files=5",
                        "--file-size=1KiB",
                        "--concurrency=2",
                        "--repetitions=1",
                        "--passes=1",
                        "--warmup=12",
                        "--endpoint=" + relay.endpoint(),
                        "--bucket=" + server.target().bucket()));
        arguments.addAll(List.of(more));
        Invocation run =
                Invocation.in(
                        folder,
                        Map.of(
                                "AWS_ACCESS_KEY_ID",
                                keys.accessKeyId(),
                                "AWS_SECRET_ACCESS_KEY",
                                keys.secretAccessKey()),
                        arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        return run;
    }

    /// Returns the upper bound that a run printed.
    static RequestCounts said(Invocation run) {
        Matcher bill = BILL.matcher(run.err());
        assertThat(bill.find()).as(run.err()).isTrue();
        return new RequestCounts(
                number(bill, 1), number(bill, 2), number(bill, 3), number(bill, 4));
    }

    private static long number(Matcher bill, int group) {
        return Long.parseLong(bill.group(group).replace(",", ""));
    }

    private RequestCounts sent() {
        return counted(relay.requests());
    }

    /// Requests by what they cost.
    ///
    /// @param lines method and URL of each
    static RequestCounts counted(List<String> lines) {
        return new RequestCounts(
                count(lines, "PUT .*"),
                count(lines, "GET .*[?&](list-type=2|versions)([=&].*)?"),
                count(lines, "HEAD .*|GET (?!.*[?&](list-type=2|versions)([=&]|$)).*"),
                count(lines, "(DELETE|POST) .*"));
    }

    private static long count(List<String> lines, String pattern) {
        return lines.stream().filter(line -> line.matches(pattern)).count();
    }
}
