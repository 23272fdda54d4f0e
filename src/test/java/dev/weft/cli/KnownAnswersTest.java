package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.child.ServerMain;
import dev.weft.process.ForkedServer;
import dev.weft.record.Ideal;
import dev.weft.record.Ideal.Bound;
import dev.weft.record.PassRow;
import dev.weft.record.ResultsFile;
import dev.weft.runjson.RunDocument;
import dev.weft.runjson.RunFile;
import dev.weft.server.ServerCredentials;
import dev.weft.server.ServerSettings;
import dev.weft.session.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole harness, from the command line to its files, against servers whose latency is known:
/// one of weft's own at 50 ms, and one that takes 60 ms and tells nobody.
///
/// No upload is answered sooner, so the lower limits hold anywhere, and no greedy schedule takes
/// longer than the mean of its machines and its longest job (Graham 1966). A machine that has other
/// things to do adds to uploads, two loaded cores several milliseconds to all of them: the upper
/// limits are tested where others left the machine alone before the run and after it.
class KnownAnswersTest {
    private static final int FILES = 200;
    private static final int CONCURRENCY = 10;

    @TempDir private static Path told;
    @TempDir private static Path secret;
    @TempDir private static Path spill;

    private static Optional<Measured> ofTold = Optional.empty();
    private static Optional<Measured> ofSecret = Optional.empty();

    /// What a run left.
    private record Measured(List<Double> serviceMillis, List<PassRow> rows) {
        double quantile(double share) {
            List<Double> sorted = serviceMillis.stream().sorted().toList();
            return sorted.get((int) Math.round(share * (sorted.size() - 1)));
        }

        double mean() {
            return serviceMillis.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }

        Ideal ideal() {
            return rows.getLast().reference().ideal().orElseThrow();
        }

        double idealMillis() {
            return ideal().wall().toNanos() / 1e6;
        }
    }

    @BeforeAll
    @Timeout(300)
    static void measure() throws Exception {
        ofTold = Optional.of(run(told, Map.of(), "--latency=50ms"));
        ServerSettings settings =
                ServerSettings.onLoopback("weft-test", spill).withPutLatency(Duration.ofMillis(60));
        // In a JVM of its own, as in a run: in this one its code is instrumented.
        try (ForkedServer server =
                ForkedServer.start(ServerMain.class, settings, spill.resolve("server.log"))) {
            ServerCredentials keys = settings.credentials();
            Map<String, String> variables =
                    Map.of(
                            "AWS_ACCESS_KEY_ID",
                            keys.accessKeyId(),
                            "AWS_SECRET_ACCESS_KEY",
                            keys.secretAccessKey());
            String endpoint = "--endpoint=" + server.endpoint();
            String bucket = "--bucket=" + settings.bucket();
            warmUp(variables, endpoint, bucket);
            ofSecret = Optional.of(run(secret, variables, endpoint, bucket));
        }
    }

    /// A run warms up weft's own server alone.
    private static void warmUp(Map<String, String> variables, String endpoint, String bucket) {
        Invocation warmUp =
                Invocation.in(
                        spill,
                        variables,
                        "run",
                        "--mode=async",
                        "--files=1500",
                        "--file-size=1KiB",
                        "--concurrency=50",
                        "--repetitions=1",
                        "--cold",
                        "--forks=0",
                        "--no-calibrate",
                        endpoint,
                        bucket);
        assertThat(warmUp.exitCode()).as(warmUp.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void noUploadIsSoonerThanTheLatencyThatItAskedFor() {
        assertThat(told().quantile(0)).isGreaterThanOrEqualTo(50);
    }

    /// 200 files, 10 at once, are 20 rounds of 50 ms.
    @Test
    void holdsItsPassesAgainstTwentyRounds() {
        assertThat(told().idealMillis()).isGreaterThanOrEqualTo(1_000);
        assertThat(told().idealMillis()).isLessThanOrEqualTo(longestSchedule(told()));
        assertThat(told().ideal().bound()).isEqualTo(Bound.LATENCY);
        assertThat(told().rows())
                .allSatisfy(
                        row ->
                                assertThat(row.measures().orElseThrow().wall())
                                        .isGreaterThanOrEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void noUploadIsSoonerThanTheLatencyThatNobodyTold() {
        assertThat(secret().rows())
                .allSatisfy(row -> assertThat(row.setting().latency()).isEmpty());
        assertThat(secret().quantile(0)).isGreaterThanOrEqualTo(60);
    }

    @Test
    void theIdealFollowsTheServerAndNoOption() {
        assertThat(secret().idealMillis()).isGreaterThanOrEqualTo(1_200);
        assertThat(secret().idealMillis()).isLessThanOrEqualTo(longestSchedule(secret()));
        assertThat(secret().ideal().bound()).isEqualTo(Bound.LATENCY);
    }

    @Test
    void theMiddleOfFiftyIsNearFifty() {
        assertThat(told().quantile(0.5)).isBetween(50.0, 50 + reach(50));
        assertThat(told().idealMillis()).isBetween(1_000.0, 1_000 + 20 * reach(50));
    }

    @Test
    void theIdealOfASecretSixtyIsNearTwentyRoundsOfIt() {
        assertThat(secret().quantile(0.5)).isBetween(60.0, 60 + reach(60));
        assertThat(secret().idealMillis()).isBetween(1_200.0, 1_200 + 20 * reach(60));
    }

    /// Time that a server, a client and timers may add to a latency: 3 ms on a machine that is
    /// declared quiet (`-Dweft.quiet=true`). Elsewhere only gross errors show, such as a connection
    /// for each upload or a wrong unit.
    private static double reach(double latencyMillis) {
        return Boolean.getBoolean("weft.quiet") ? 3 : latencyMillis / 2;
    }

    private static double longestSchedule(Measured run) {
        return (double) FILES / CONCURRENCY * run.mean() + run.quantile(1);
    }

    private static Measured told() {
        return ofTold.orElseThrow();
    }

    private static Measured secret() {
        return ofSecret.orElseThrow();
    }

    private static Measured run(Path folder, Map<String, String> variables, String... target)
            throws Exception {
        String[] arguments = {
            "run",
            "--mode=threads",
            "--files=" + FILES,
            "--file-size=1KiB",
            "--concurrency=" + CONCURRENCY,
            "--repetitions=1",
            "--passes=1",
            "--warmup=200"
        };
        String[] all = new String[arguments.length + target.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(target, 0, all, arguments.length, target.length);

        Invocation run = Invocation.in(folder, variables, all);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        List<PassRow> rows = new ResultsFile(folder.resolve("benchmark/results.csv")).read().rows();
        RunDocument document =
                new RunFile(
                                folder.resolve("benchmark/runs")
                                        .resolve(rows.getFirst().place().runId())
                                        .resolve("run.json"))
                        .read();
        return new Measured(
                document.calibration().orElseThrow().archives().getFirst().serviceNs().stream()
                        .map(nanos -> nanos / 1e6)
                        .toList(),
                rows);
    }
}
