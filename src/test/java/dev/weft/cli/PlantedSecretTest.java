package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.RecordException;
import dev.weft.plan.Credentials;
import dev.weft.plan.ModeName;
import dev.weft.record.ResultsFile;
import dev.weft.server.EmbeddedServer;
import dev.weft.server.ServerCredentials;
import dev.weft.server.ServerSettings;
import dev.weft.session.ExitCode;
import dev.weft.testing.HttpRecorder;
import dev.weft.testing.ProcessWatch;
import dev.weft.testing.Relay;
import dev.weft.testing.TestAuthority;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Keys that weft is given are in nothing that it writes, prints, or shows to others on the
/// machine. The server speaks TLS under an authority that only a file makes known to weft and its
/// children.
@Timeout(600)
class PlantedSecretTest {
    private static final String SECRET = "PlantedSecretAccessKeyPlanted0123456789";
    private static final String TOKEN = "PlantedSessionTokenPlanted0123456789";
    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "ASIAPLANTEDPLANTED00", "AWS_SECRET_ACCESS_KEY", SECRET);

    @TempDir Path folder;
    @TempDir Path ofServer;

    private EmbeddedServer server;
    private TestAuthority authority;
    private Relay relay;

    /// What a run left to be seen.
    ///
    /// @param seen by what it was seen in
    private record Traces(int exitCode, Map<String, String> seen) {}

    @BeforeEach
    void serve() throws Exception {
        authority = TestAuthority.make(ofServer.resolve("authority"), "ip:127.0.0.1");
        ServerSettings any = ServerSettings.onLoopback("weft-test", ofServer);
        server =
                EmbeddedServer.start(
                        new ServerSettings(
                                any.host(),
                                any.port(),
                                any.bucket(),
                                any.faults(),
                                new ServerCredentials("ASIAPLANTEDPLANTED00", SECRET),
                                any.memoryBytes(),
                                any.spillFolder(),
                                any.entityTag()));
        relay = Relay.withTls(authority.context(), server.endpoint().getPort());
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
        server.close();
    }

    @Test
    void isNowhereWhereItCameFromTheEnvironment() throws Exception {
        Traces run = run(KEYS, "--mode=all", "--diagnose", overTls());

        assertThat(run.exitCode()).as(run.seen().get("stderr")).isZero();
        assertThat(modes()).containsExactlyInAnyOrder(ModeName.values());
        assertThat(run.seen().get("stderr")).doesNotContain("no ideal");
        assertHidden(run);
    }

    /// The embedded server takes no session token. One that takes everything and keeps nothing
    /// does.
    @Test
    void isNowhereWhereItCameFromTheFileWithAToken() throws Exception {
        Files.writeString(
                folder.resolve(".env"),
                "AWS_ACCESS_KEY_ID=ASIAPLANTEDPLANTED00\nAWS_SECRET_ACCESS_KEY=%s\nAWS_SESSION_TOKEN=%s\n"
                        .formatted(SECRET, TOKEN));
        try (HttpRecorder forgetful = HttpRecorder.start()) {
            Traces run =
                    run(
                            Map.of(),
                            "--mode=virtual,async",
                            "--no-calibrate",
                            "--endpoint=http://127.0.0.1:" + forgetful.port());

            assertThat(run.exitCode()).as(run.seen().get("stderr")).isEqualTo(ExitCode.FAILED);
            assertThat(forgetful.take())
                    .isNotEmpty()
                    .allMatch(request -> (request.target() + request.headers()).contains(TOKEN));
            assertThat(modes()).containsExactlyInAnyOrder(ModeName.VIRTUAL, ModeName.ASYNC);
            assertHidden(run);
        }
    }

    @Test
    void isNowhereWhereTheServerRefusesIt() throws Exception {
        Map<String, String> wrong = new TreeMap<>(KEYS);
        wrong.put("AWS_SECRET_ACCESS_KEY", SECRET + "0");

        Traces run = run(wrong, "--mode=async", overTls());

        assertThat(run.exitCode()).as(run.seen().get("stderr")).isEqualTo(ExitCode.USAGE);
        assertThat(run.seen().get("stderr")).contains("SignatureDoesNotMatch");
        assertHidden(run);
    }

    @Test
    void wouldBeFound() {
        Credentials keys = new Credentials.Static("id", SECRET, Optional.of(TOKEN));

        assertThat(secretsIn("x" + SECRET + "x")).containsExactly(SECRET);
        assertThat(secretsIn("x" + TOKEN)).containsExactly(TOKEN);
        assertThat(secretsIn(keys.toString())).isEmpty();
    }

    private String overTls() {
        return "--endpoint=https://127.0.0.1:" + relay.port();
    }

    private static void assertHidden(Traces run) {
        Map<String, List<String>> found = new TreeMap<>();
        run.seen()
                .forEach(
                        (where, text) -> {
                            List<String> secrets = secretsIn(text);
                            if (!secrets.isEmpty()) {
                                found.put(where, secrets);
                            }
                        });
        assertThat(found).isEmpty();
    }

    private static List<String> secretsIn(String text) {
        return Stream.of(SECRET, TOKEN).filter(text::contains).toList();
    }

    /// Runs weft in a JVM of its own, which starts others.
    private Traces run(Map<String, String> variables, String... options) throws Exception {
        Path out = ofServer.resolve("out");
        Path err = ofServer.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command(options))
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().putAll(variables);
        builder.environment().put("AWS_CA_BUNDLE", authority.file().toString());
        Process weft = builder.start();
        Map<String, String> seen = new TreeMap<>();
        ProcessWatch watch = new ProcessWatch(weft);
        try {
            int exitCode = weft.waitFor();
            watch.awaitEnd();
            seen.put("stdout", Files.readString(out));
            seen.put("stderr", Files.readString(err));
            seen.put("command lines", String.join("\n", watch.commandLines()));
            seen.put("environments of children", String.join("\n", watch.environments()));
            seen.put("thread dumps", String.join("\n", watch.threadDumps()));
            addFiles(seen);
            assertThat(watch.commandLines()).isNotEmpty();
            if (exitCode == ExitCode.OK) {
                assertThat(seen.get("command lines")).contains("TrialMain", "CalibrationMain");
                assertThat(seen).containsKeys("results.csv", "run.json", "timings.csv");
                assertThat(seen.keySet()).anyMatch(file -> file.endsWith(".jfr"));
            }
            if (Files.exists(Path.of("/proc/self/status"))) {
                assertThat(seen.get("thread dumps")).contains("Full thread dump");
            }
            return new Traces(exitCode, seen);
        } finally {
            weft.descendants().forEach(ProcessHandle::destroyForcibly);
            weft.destroyForcibly();
        }
    }

    private List<String> command(String... options) {
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(path -> Path.of(path).toAbsolutePath().toString())
                                .collect(Collectors.joining(File.pathSeparator)),
                        Main.class.getName(),
                        "run",
                        "--bucket=weft-test",
                        "--files=3",
                        "--file-size=1KiB",
                        "--concurrency=2",
                        "--repetitions=1",
                        "--passes=1",
                        "--warmup=10"));
        command.addAll(List.of(options));
        return command;
    }

    private void addFiles(Map<String, String> seen) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith(".env")) {
                    seen.merge(
                            String.valueOf(file.getFileName()),
                            Files.readString(file, StandardCharsets.ISO_8859_1),
                            String::concat);
                }
            }
        }
    }

    private List<ModeName> modes() throws RecordException {
        return new ResultsFile(folder.resolve("benchmark/results.csv"))
                .read().rows().stream().map(row -> row.setting().mode()).distinct().toList();
    }
}
