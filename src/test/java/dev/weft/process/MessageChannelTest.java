package dev.weft.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.plan.CalibrationSpec;
import dev.weft.plan.Credentials;
import dev.weft.plan.EntityTag;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.ModeName;
import dev.weft.plan.Target;
import dev.weft.plan.TrialSpec;
import dev.weft.plan.UnzipLimits;
import dev.weft.record.EarlyStop;
import dev.weft.record.FailureCounts;
import dev.weft.record.ItemCounts;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassMeasures.LatencyPercentiles;
import dev.weft.record.PassResult;
import dev.weft.record.ResourceUsage;
import dev.weft.run.Progress;
import dev.weft.runjson.Calibration;
import dev.weft.server.ServerCredentials;
import dev.weft.server.ServerSettings;
import dev.weft.testing.PassResults;
import dev.weft.testing.Specs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageChannelTest {
    private static final Path ODD_PATH = Path.of("/zips/a b%20ü\"\n😀.zip");

    @ParameterizedTest
    @MethodSource
    void whatGoesToATrialComesOutAsItWas(ToTrial message) throws Exception {
        assertThat(through(ToTrial.class, message)).isEqualTo(message);
    }

    static Stream<ToTrial> whatGoesToATrialComesOutAsItWas() {
        Instant now = Instant.parse("2026-11-20T12:00:00.123456789Z");
        return Stream.of(
                new ToTrial.Open(Specs.trial(ModeName.ASYNC, 64, Specs.nowhere()), now),
                new ToTrial.Open(fullyDifferent(), Instant.EPOCH),
                new ToTrial.Run(Specs.cold(ODD_PATH)),
                new ToTrial.Run(Specs.warmup(ODD_PATH, 5_000)),
                new ToTrial.Stop("SIGINT, \"quoted\"\nand a second line"));
    }

    private static TrialSpec fullyDifferent() {
        Target amazon =
                new Target(
                        Target.Kind.CONFIGURED,
                        Optional.empty(),
                        "eu-west-1",
                        "bucket",
                        false,
                        new Credentials.Chain(Optional.of("work")),
                        Optional.empty());
        TrialSpec spec = Specs.trial(ModeName.SEQUENTIAL, 1, amazon);
        return new TrialSpec(
                spec.runId(),
                spec.trialId(),
                spec.side(),
                spec.mode(),
                spec.concurrency(),
                spec.contract(),
                spec.target(),
                ODD_PATH);
    }

    @ParameterizedTest
    @MethodSource
    void whatATrialSaysComesOutAsItWas(FromTrial message) throws Exception {
        assertThat(through(FromTrial.class, message)).isEqualTo(message);
    }

    static Stream<FromTrial> whatATrialSaysComesOutAsItWas() {
        return Stream.of(
                new FromTrial.Moved(new Progress(12, 3)),
                new FromTrial.Moved(new Progress(12, 3, OptionalLong.of(Long.MAX_VALUE))),
                new FromTrial.Finished(PassResults.stopped(new ItemCounts(1, 0, 2), "SIGINT")),
                new FromTrial.Finished(
                        PassResults.cut(
                                new ItemCounts(0, 2, 1), EarlyStop.Cause.STALLED, "stalled: ü")),
                new FromTrial.Finished(
                        new PassResult(
                                Instant.parse("2026-11-20T12:00:00.000000001Z"),
                                Optional.empty(),
                                new PassMeasures(
                                        Duration.ofNanos(1_234_567_891),
                                        Duration.ofNanos(1),
                                        Optional.of(Duration.ofHours(30)),
                                        Optional.of(Duration.ZERO),
                                        Optional.of(
                                                new LatencyPercentiles(1, 2, 3, Long.MAX_VALUE)),
                                        Long.MAX_VALUE,
                                        7,
                                        FailureCounts.of(12, Map.of("SlowDown", 3)),
                                        Optional.of(Duration.ofNanos(123_456)),
                                        OptionalInt.of(0),
                                        new ResourceUsage(
                                                Optional.of(Duration.ofNanos(10_001_000)),
                                                Optional.of(
                                                        new ResourceUsage.Switches(
                                                                Long.MAX_VALUE, 0)),
                                                OptionalLong.of(1L << 40),
                                                81,
                                                Optional.of(
                                                        new ResourceUsage.Collections(
                                                                1,
                                                                Duration.ofMillis(3),
                                                                OptionalLong.empty())),
                                                Optional.of(Duration.ofMillis(12)),
                                                OptionalLong.of(1L << 31)),
                                        new ItemCounts(3, 2, 1)),
                                Optional.of("SlowDown: ü"))),
                new FromTrial.Broke("zip is gone"));
    }

    @ParameterizedTest
    @MethodSource
    void whatAServerSaysComesOutAsItWas(FromServer message) throws Exception {
        assertThat(through(FromServer.class, message)).isEqualTo(message);
    }

    static Stream<FromServer> whatAServerSaysComesOutAsItWas() {
        return Stream.of(
                new FromServer.Ready(URI.create("http://[::1]:9000")),
                new FromServer.Failed("port 9000 is in use"));
    }

    @Test
    void whatGoesToACalibrationComesOutAsItWas() throws Exception {
        ToCalibration message =
                new ToCalibration.Calibrate(
                        new CalibrationSpec(
                                "run",
                                List.of(ODD_PATH, Path.of("/b.zip")),
                                UnzipLimits.STANDARD,
                                64,
                                FairnessContract.standard(64),
                                Specs.nowhere()));
        assertThat(through(ToCalibration.class, message)).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource
    void whatACalibrationSaysComesOutAsItWas(FromCalibration message) throws Exception {
        assertThat(through(FromCalibration.class, message)).isEqualTo(message);
    }

    static Stream<FromCalibration> whatACalibrationSaysComesOutAsItWas() {
        return Stream.of(
                new FromCalibration.Done(
                        new Calibration(
                                List.of(
                                        new Calibration.OfArchive(
                                                ODD_PATH,
                                                List.of(3L, 1L, Long.MAX_VALUE),
                                                Duration.ofNanos(1_234_567_891))),
                                Optional.of(new Calibration.Bandwidth(1L << 40, 8)),
                                222,
                                1L << 33)),
                new FromCalibration.Done(new Calibration(List.of(), Optional.empty(), 0, 0)),
                new FromCalibration.Failed("zip is gone"));
    }

    @Test
    void theSettingsOfAServerComeOutAsTheyWere() throws Exception {
        ServerSettings settings =
                new ServerSettings(
                        "127.0.0.1",
                        9_000,
                        "bucket",
                        FaultPlan.parse(
                                "latency=lognormal(p50=20ms,p99=120ms) bandwidth=50MiB"
                                        + " fault=stall(share=0.1%,attempts=2) fault-seed=7"),
                        ServerCredentials.random(),
                        OptionalLong.of(1L << 20),
                        ODD_PATH,
                        EntityTag.CRC32);
        assertThat(through(ServerSettings.class, settings)).isEqualTo(settings);
    }

    @Test
    void everyMessageIsOneLineInItsOrder() throws Exception {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        MessageChannel<ToTrial, ToTrial> out =
                new MessageChannel<>(
                        ToTrial.class, ToTrial.class, InputStream.nullInputStream(), sent);
        out.send(new ToTrial.Stop("a\r\nb"));
        out.send(new ToTrial.Stop("c"));
        assertThat(sent.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
        MessageChannel<ToTrial, ToTrial> in = reading(ToTrial.class, sent.toByteArray());
        assertThat(in.receive()).contains(new ToTrial.Stop("a\r\nb"));
        assertThat(in.receive()).contains(new ToTrial.Stop("c"));
        assertThat(in.receive()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Picked up JAVA_TOOL_OPTIONS: -Xmx1g", "", "null", "[]", "17"})
    void aLineThatIsNoMessageIsShown(String line) {
        assertThatThrownBy(() -> reading(FromTrial.class, line(line)).receive())
                .isInstanceOf(ProtocolException.class)
                .hasMessage("it said what is no message: " + line);
    }

    @Test
    void aLongLineIsShownInPart() {
        assertThatThrownBy(() -> reading(FromTrial.class, line("x".repeat(5_000))).receive())
                .hasMessage("it said what is no message: " + "x".repeat(200) + "...");
    }

    @Test
    void aBuildThatTellsLessIsUnderstood() throws Exception {
        assertThat(
                        reading(
                                        FromTrial.class,
                                        line(
                                                "{\"type\":\"Moved\",\"progress\":{\"stored\":1,\"failed\":2}}"))
                                .receive())
                .contains(new FromTrial.Moved(new Progress(1, 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"Exploded\"}",
                "{\"type\":\"Moved\"}",
                "{\"type\":\"Moved\",\"progress\":{\"stored\":\"many\",\"failed\":0}}",
                "{\"type\":\"Moved\""
            })
    void aMessageThatIsNotUnderstoodIsNonsense(String line) {
        assertThatThrownBy(() -> reading(FromTrial.class, line(line)).receive())
                .isInstanceOf(ProtocolException.class)
                .hasMessageStartingWith("it said a message that is not understood (");
    }

    @Test
    void noKeysAreShownWhenAMessageIsNotUnderstood() throws Exception {
        for (String whole :
                List.of(
                        lineOf(
                                ToTrial.class,
                                new ToTrial.Open(
                                        Specs.trial(ModeName.ASYNC, 1, Specs.nowhere()),
                                        Instant.EPOCH)),
                        lineOf(
                                ServerSettings.class,
                                new ServerSettings(
                                        "127.0.0.1",
                                        0,
                                        "bucket",
                                        FaultPlan.of(Duration.ZERO),
                                        new ServerCredentials("AKIDEXAMPLE", "TheSecretKey"),
                                        OptionalLong.empty(),
                                        ODD_PATH,
                                        EntityTag.MD5)))) {
            assertThat(whole).contains("TheSecretKey");
            for (String damaged :
                    List.of(
                            whole.substring(0, whole.indexOf("TheSecretKey") + 12),
                            whole.replace("\"TheSecretKey\"", "TheSecretKey"),
                            whole.replace("\"TheSecretKey\"", "[\"TheSecretKey\"]"),
                            whole.replace("secretAccessKey", "secret"),
                            whole.replace("\"us-east-1\"", "{}").replace("\"bucket\"", "{}"))) {
                assertThat(trace(damaged)).doesNotContain("TheSecretKey");
            }
        }
    }

    private static String trace(String line) {
        Throwable nonsense = catchThrowable(() -> receiveBoth(line));
        assertThat(nonsense).isInstanceOf(ProtocolException.class);
        StringWriter trace = new StringWriter();
        nonsense.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    private static void receiveBoth(String line) throws IOException, ProtocolException {
        if (line.contains("spawnedAt")) {
            var _ = reading(ToTrial.class, line(line)).receive();
        } else {
            var _ = reading(ServerSettings.class, line(line)).receive();
        }
    }

    private static <T> String lineOf(Class<T> type, T message) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        new MessageChannel<>(type, type, InputStream.nullInputStream(), sent).send(message);
        return sent.toString(StandardCharsets.UTF_8).strip();
    }

    private static <T> T through(Class<T> type, T message) throws Exception {
        return reading(type, line(lineOf(type, message))).receive().orElseThrow();
    }

    private static <T> MessageChannel<T, T> reading(Class<T> type, byte[] bytes) {
        return new MessageChannel<>(
                type, type, new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
    }

    private static byte[] line(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
