package dev.weft.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.calibrate.CalibrationException;
import dev.weft.calibrate.CalibrationKeys;
import dev.weft.mode.Async;
import dev.weft.plan.CalibrationSpec;
import dev.weft.plan.Credentials;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.Target;
import dev.weft.plan.UnzipLimits;
import dev.weft.process.ForkedCalibration;
import dev.weft.process.ForkedServer;
import dev.weft.process.FromCalibration;
import dev.weft.process.MessageChannel;
import dev.weft.process.ToCalibration;
import dev.weft.record.ItemCounts;
import dev.weft.run.MadeUpPass;
import dev.weft.runjson.Calibration;
import dev.weft.server.ServerSettings;
import dev.weft.stats.Quantiles;
import dev.weft.store.ListedObject;
import dev.weft.store.S3Bucket;
import dev.weft.testing.Embedded;
import dev.weft.testing.HttpRecorder;
import dev.weft.testing.Jvm;
import dev.weft.testing.MadeUpItems;
import dev.weft.testing.Processes;
import dev.weft.testing.ServerStore;
import dev.weft.testing.SmallZip;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real child of a calibration, against the embedded server: known answers.
@Timeout(120)
class CalibrationMainTest {
    private static final int ATTEMPTS = 3;

    private static final int FILE_BYTES = 10 * 1024;

    /// Uploads that are made however slow they are: 3 to warm up, and 10.
    private static final int FEWEST = 13;

    @TempDir private Path folder;
    private Path zip;

    @BeforeEach
    void write() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int index = 0; index < 20; index++) {
            files.put("file %d ü".formatted(index), SmallZip.noise(FILE_BYTES));
        }
        zip = SmallZip.write(folder.resolve("files.zip"), files);
    }

    @Test
    void finds50MillisecondsWhereTheServerTakes50() throws Exception {
        assertThatItFinds(Duration.ofMillis(50), Duration.ofMillis(50));
    }

    @Test
    void finds60MillisecondsWhereTheServerSecretlyTakes60() throws Exception {
        assertThatItFinds(Duration.ofMillis(60), Duration.ofMillis(50));
    }

    /// No upload is answered sooner, and the lower quartile is at most 3 ms more: the quartile and
    /// not the median, because this machine may have other things to do at the same time, and what
    /// disturbs an upload only ever adds. The server has a JVM of its own, as in a run: in this one
    /// its code is instrumented.
    private void assertThatItFinds(Duration latency, Duration told) throws Exception {
        ServerSettings settings =
                ServerSettings.onLoopback("weft-test", folder).withPutLatency(latency);
        try (ForkedServer server =
                ForkedServer.start(ServerMain.class, settings, folder.resolve("server.log"))) {
            Target target = Embedded.target(settings.withPutLatency(told), server.endpoint());
            warmUp(target);
            List<Duration> quartiles = new ArrayList<>();
            while (quartiles.size() < ATTEMPTS && !quartiles.stream().anyMatch(near(latency))) {
                double[] nanos =
                        calibrate(target).of(zip).orElseThrow().serviceNanos().stream()
                                .mapToDouble(Long::doubleValue)
                                .toArray();
                assertThat(Quantiles.quantile(nanos, 0))
                        .isGreaterThanOrEqualTo((double) latency.toNanos());
                quartiles.add(Duration.ofNanos(Math.round(Quantiles.quantile(nanos, 0.25))));
            }
            assertThat(quartiles).anyMatch(near(latency));
        }
    }

    /// Three milliseconds on a machine that is declared quiet. Elsewhere only gross errors show.
    private static Duration reach(Duration latency) {
        return Boolean.getBoolean("weft.quiet") ? Duration.ofMillis(3) : latency.dividedBy(2);
    }

    /// A busy machine only ever adds: one calm attempt shows what the instrument itself adds.
    private static Predicate<Duration> near(Duration latency) {
        return quartile -> quartile.compareTo(latency.plus(reach(latency))) <= 0;
    }

    @Test
    void leavesObjectsBelowItsPrefixOnlyUntilTheyAreDeleted() throws Exception {
        Set<Long> before = Processes.ofOurs();
        try (Embedded server = Embedded.start(folder);
                S3Bucket bucket = new S3Bucket(server.target(), FairnessContract.standard(1))) {
            Calibration calibration = calibrate(server.target());
            assertThat(Processes.ofOurs()).isEqualTo(before);
            assertThat(folder.resolve("calibration.log")).doesNotExist();
            // How many there are beyond the fewest depends on how busy this machine is.
            assertThat(calibration.uploads()).isGreaterThan(FEWEST);
            assertThat(calibration.bytes()).isGreaterThan((long) FEWEST * FILE_BYTES);
            assertThat(calibration.of(zip).orElseThrow().unzip()).isPositive();
            CalibrationKeys keys = new CalibrationKeys("run");
            assertThat(keysIn(bucket))
                    .hasSizeGreaterThan(FEWEST)
                    .allMatch(key -> key.startsWith("weft/run/calibration/"));
            keys.deleteFrom(bucket);
            assertThat(keysIn(bucket)).isEmpty();
        }
    }

    @Test
    void saysThatTheBucketIsNotThere() throws Exception {
        try (Embedded server = Embedded.start(folder)) {
            Target target = server.target();
            assertThatThrownBy(
                            () ->
                                    calibrate(
                                            changed(
                                                    target,
                                                    "no-such-bucket",
                                                    target.credentials())))
                    .isInstanceOf(CalibrationException.class)
                    .hasMessage(
                            "bucket no-such-bucket at %s answered an upload with 404 (NoSuchBucket: The specified bucket does not exist); create the bucket, or name another with --bucket or WEFT_BUCKET",
                            target.endpoint().orElseThrow());
        }
    }

    @Test
    void saysThatTheKeysAreWrong() throws Exception {
        try (Embedded server = Embedded.start(folder)) {
            Target target = server.target();
            Credentials.Static right = (Credentials.Static) target.credentials();
            Credentials wrong =
                    new Credentials.Static(right.accessKeyId(), "not it", Optional.empty());
            assertThatThrownBy(() -> calibrate(changed(target, target.bucket(), wrong)))
                    .isInstanceOf(CalibrationException.class)
                    .hasMessageStartingWith(
                            "bucket weft-test at %s answered an upload with 403 (SignatureDoesNotMatch: ",
                            target.endpoint().orElseThrow())
                    .hasMessageEndingWith(
                            "); check the credentials, and that they may put objects there");
        }
    }

    @Test
    void saysWhatIsWrongWithTheArchive() throws Exception {
        Files.writeString(zip, "no zip");
        try (Embedded server = Embedded.start(folder)) {
            assertThatThrownBy(() -> calibrate(server.target()))
                    .isInstanceOf(CalibrationException.class)
                    .hasMessage("%s is not a zip, or only a part of one; name a zip file", zip);
        }
    }

    @Test
    void endsWithItsInputEvenBeforeItWasToldAnything() throws Exception {
        Process child = Jvm.start(CalibrationMain.class);
        child.getOutputStream().close();
        assertThat(child.waitFor()).isZero();
        assertThat(child.getInputStream()).isEmpty();
    }

    @Test
    void endsWithItsInputInTheMiddleOfAnUpload() throws Exception {
        Credentials keys = new Credentials.Static("AKIDEXAMPLE", "secret", Optional.empty());
        try (HttpRecorder silent = HttpRecorder.startHolding(2)) {
            Process child = Jvm.start(CalibrationMain.class);
            new MessageChannel<>(
                            FromCalibration.class,
                            ToCalibration.class,
                            child.getInputStream(),
                            child.getOutputStream())
                    .send(new ToCalibration.Calibrate(spec(silent.target(keys))));
            while (silent.take().isEmpty()) {
                Thread.sleep(10);
            }
            assertThat(child.isAlive()).isTrue();
            child.getOutputStream().close();
            assertThat(child.waitFor()).isZero();
            assertThat(child.getInputStream()).isEmpty();
        }
    }

    /// As a run does before it calibrates: a server whose code is not compiled yet takes 1 to 2 ms
    /// more.
    private static void warmUp(Target target) throws InterruptedException {
        int uploads = 4_000;
        try (ServerStore store = new ServerStore(target, 128)) {
            MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(uploads), 128);
            store.below("weft/warmup/").drive(new Async(), pass.pass());
            assertThat(pass.counts()).isEqualTo(new ItemCounts(uploads, 0, 0));
        }
    }

    private static List<String> keysIn(S3Bucket bucket) {
        List<String> keys = new ArrayList<>();
        bucket.list("").forEachRemaining((ListedObject object) -> keys.add(object.key()));
        return keys;
    }

    private static Target changed(Target target, String bucket, Credentials credentials) {
        return new Target(
                target.kind(),
                target.endpoint(),
                target.region(),
                bucket,
                target.pathStyle(),
                credentials,
                target.faults());
    }

    private Calibration calibrate(Target target) throws Exception {
        return ForkedCalibration.of(
                        CalibrationMain.class, folder.resolve("calibration.log"), spec(target))
                .calibrate(spec(target));
    }

    private CalibrationSpec spec(Target target) {
        return new CalibrationSpec(
                "run", List.of(zip), UnzipLimits.STANDARD, 2, FairnessContract.standard(2), target);
    }
}
