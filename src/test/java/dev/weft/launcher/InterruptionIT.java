package dev.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.RecordException;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.server.ServerStartException;
import dev.weft.store.ListedObject;
import dev.weft.store.S3Bucket;
import dev.weft.testing.Embedded;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sends signals to the whole process group, as a terminal does, at times that depend on the files
/// of the run.
class InterruptionIT {
    /// A process group of its own, in which no signal is ignored: SIGINT is below a script that
    /// runs in the background, SIGHUP below nohup.
    private static final List<String> AS_FROM_A_TERMINAL =
            List.of(
                    "perl",
                    "-e",
                    "use POSIX qw(setsid); setsid(); $SIG{INT} = $SIG{HUP} = 'DEFAULT'; exec @ARGV; exit 127");

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int BUFFER_BYTES = 64 * 1024;

    @TempDir Path folder;

    private Embedded server;
    private Optional<StartedWeft> started = Optional.empty();
    private long read;
    private long lines;

    @BeforeEach
    void startServer() throws IOException, ServerStartException {
        server = Embedded.start(Files.createDirectory(folder.resolve("server")));
    }

    @AfterEach
    void end() {
        started.ifPresent(weft -> weft.process().destroyForcibly());
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void endsAColdPassCleanly(String signal, int exitCode) throws Exception {
        start("--files=20000", "--warmup=0", "--no-calibrate");
        await(() -> lines("timings.csv") > 100);

        interrupt(signal);

        assertThat(weft().waitFor()).as(complaints()).isEqualTo(exitCode);
        assertThat(complaints())
                .contains("interrupted by SIG%s; resume with --resume=".formatted(signal));
        assertThat(rows()).hasSize(1).allSatisfy(row -> assertInterrupted(row, Phase.COLD));
        assertTidy();
    }

    @Test
    void endsAWarmPassCleanly() throws Exception {
        int files = 5_000;
        start("--files=" + files, "--warmup=0", "--no-calibrate", "--passes=1000");
        await(() -> lines("timings.csv") > files + 100);

        interrupt("INT");

        assertThat(weft().waitFor()).as(complaints()).isEqualTo(130);
        assertThat(rows().getLast().ending().status()).isEqualTo(PassStatus.INTERRUPTED);
        assertThat(rows().getLast().setting().phase()).isEqualTo(Phase.WARM);
        assertThat(rows().getFirst().ending().status()).isEqualTo(PassStatus.OK);
        assertTidy();
    }

    @Test
    void endsAVerificationCleanly() throws Exception {
        int files = 20_000;
        start("--files=" + files, "--warmup=0", "--no-calibrate");
        await(() -> lines("timings.csv") > files);

        interrupt("INT");

        assertThat(weft().waitFor()).as(complaints()).isEqualTo(130);
        assertThat(rows()).hasSize(1).allSatisfy(row -> assertInterrupted(row, Phase.COLD));
        assertThat(rows().getFirst().measures().orElseThrow().counts().stored()).isEqualTo(files);
        assertTidy();
    }

    @Test
    void endsACalibrationCleanly() throws Exception {
        start("--files=200", "--warmup=0");
        await(() -> complaints().contains("calibrating") && started.orElseThrow().jvms() > 0);

        interrupt("INT");

        assertThat(weft().waitFor()).as(complaints()).isEqualTo(130);
        assertThat(complaints()).contains("nothing was recorded");
        assertTidy();
    }

    @Test
    void endsAtOnceAtTheSecondSignal() throws Exception {
        start("--files=20000", "--warmup=0", "--no-calibrate");
        await(() -> lines("timings.csv") > 100);

        interrupt("INT");
        signal("INT");

        assertThat(weft().waitFor()).isEqualTo(130);
        started.orElseThrow().assertNoneLeft();
    }

    private void start(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("run", "--mode=async", "--file-size=1KiB"));
        words.addAll(List.of(arguments));
        started =
                Optional.of(
                        StartedWeft.against(
                                server.target(),
                                folder,
                                AS_FROM_A_TERMINAL,
                                words.toArray(String[]::new)));
    }

    private Process weft() {
        return started.orElseThrow().process();
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(Condition condition) throws IOException, InterruptedException {
        long giveUp = System.currentTimeMillis() + PATIENCE.toMillis();
        while (!condition.holds()) {
            assertThat(weft().isAlive()).as(complaints()).isTrue();
            assertThat(System.currentTimeMillis()).as("gave up").isLessThan(giveUp);
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    /// So many lines are in a file of the run; reads what came since it was last asked.
    private long lines(String name) throws IOException {
        Path benchmark = folder.resolve("benchmark");
        if (!Files.exists(benchmark)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(benchmark)) {
            for (Path file : files.filter(file -> file.endsWith(name)).toList()) {
                byte[] bytes = new byte[BUFFER_BYTES];
                try (SeekableByteChannel channel = Files.newByteChannel(file).position(read)) {
                    int got;
                    while ((got = channel.read(ByteBuffer.wrap(bytes))) > 0) {
                        read += got;
                        for (int at = 0; at < got; at++) {
                            lines += bytes[at] == '\n' ? 1 : 0;
                        }
                    }
                }
            }
        }
        return lines;
    }

    private void interrupt(String signal) throws IOException, InterruptedException {
        assertThat(started.orElseThrow().jvms()).isPositive();
        signal(signal);
    }

    /// Signals the group, of which weft's children are.
    private void signal(String signal) throws IOException, InterruptedException {
        Process kill =
                new ProcessBuilder("sh", "-c", "kill -%s -%d".formatted(signal, weft().pid()))
                        .redirectErrorStream(true)
                        .start();
        assertThat(kill.waitFor()).isZero();
    }

    private String complaints() throws IOException {
        return started.orElseThrow().complaints();
    }

    private List<PassRow> rows() throws RecordException {
        return started.orElseThrow().rows();
    }

    private static void assertInterrupted(PassRow row, Phase phase) {
        assertThat(row.ending().status()).isEqualTo(PassStatus.INTERRUPTED);
        assertThat(row.ending().verified()).isFalse();
        assertThat(row.setting().phase()).isEqualTo(phase);
        assertThat(row.measures().orElseThrow().counts().stored()).isPositive();
    }

    private void assertTidy() throws InterruptedException {
        try (S3Bucket bucket = new S3Bucket(server.target(), FairnessContract.standard(1))) {
            List<ListedObject> left = new ArrayList<>();
            bucket.list("weft/").forEachRemaining(left::add);
            assertThat(left).isEmpty();
        }
        started.orElseThrow().assertNoneLeft();
    }
}
