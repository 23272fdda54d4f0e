package dev.weft.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.plan.CalibrationSpec;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.UnzipLimits;
import dev.weft.runjson.Calibration;
import dev.weft.testing.FakeTicker;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole calibration with a scripted client and a fake ticker: exact.
class CalibratorTest {
    private static final int BANDWIDTH_BYTES = 256 * 1024;

    @TempDir private Path folder;
    private final FakeTicker ticker = new FakeTicker(Duration.ZERO);

    @Test
    void timesAHundredAndFiftyUploadsAfterFifty() throws Exception {
        Path zip = zip("a.zip", 10, 100);
        ScriptedClient client = client((_, _) -> Duration.ofMillis(7));
        Calibration calibration = calibrate(client, zip);
        assertThat(calibration.of(zip).orElseThrow().serviceNanos())
                .hasSize(150)
                .containsOnly(7_000_000L);
        assertThat(latencyUploads(client)).hasSize(200);
    }

    /// Upload n takes n ms: the first 45 take 1,035 ms and are the warm-up; of those that follow,
    /// the first 46 take 3,151 ms and the first 45 do not take 3 s.
    @Test
    void slowUploadsAreTimedForThreeSecondsAfterOne() throws Exception {
        Path zip = zip("a.zip", 10, 100);
        ScriptedClient client = client((number, _) -> Duration.ofMillis(number));
        assertThat(calibrate(client, zip).of(zip).orElseThrow().serviceNanos())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(46, 90).mapToObj(n -> n * 1_000_000).toList());
    }

    @Test
    void verySlowUploadsAreTimedTenTimesAfterThree() throws Exception {
        Path zip = zip("a.zip", 10, 100);
        ScriptedClient client = client((_, _) -> Duration.ofMillis(400));
        assertThat(calibrate(client, zip).of(zip).orElseThrow().serviceNanos()).hasSize(10);
        assertThat(latencyUploads(client)).hasSize(13);
    }

    @Test
    void noUploadBeginsAfterHalfAMinute() throws Exception {
        Path zip = zip("a.zip", 10, 100);
        ScriptedClient client = client((_, _) -> Duration.ofSeconds(6));
        assertThat(calibrate(client, zip).of(zip).orElseThrow().serviceNanos()).hasSize(5);
        assertThat(latencyUploads(client)).hasSize(7);
    }

    @Test
    void warmsUpOverAllConnectionsBeforeTheFirstUploadThatIsTimed() throws Exception {
        ScriptedClient client = client((_, _) -> Duration.ofMillis(1));
        calibrate(client, zip("a.zip", 10, 100), zip("b.zip", 10, 101));
        assertThat(client.sent().stream().filter(sent -> !client.timed().contains(sent)))
                .hasSize(8 * RepetitionRule.ROUNDS.most());
        assertThat(client.sent().subList(0, 8 * RepetitionRule.ROUNDS.most()))
                .extracting(ScriptedClient.Sent::size)
                .containsOnly((long) Calibrator.WARMUP_BYTES);
    }

    @Test
    void archivesOfOneSizeShareTheirSample() throws Exception {
        Path first = zip("a.zip", 10, 100);
        Path second = zip("b.zip", 20, 100);
        Path other = zip("c.zip", 10, 101);
        ScriptedClient client = client((_, item) -> Duration.ofMillis(item.size() - 95));
        Calibration calibration = calibrate(client, first, second, other);
        assertThat(calibration.archives())
                .extracting(Calibration.OfArchive::archive)
                .containsExactly(first, second, other);
        assertThat(calibration.of(first).orElseThrow().serviceNanos()).containsOnly(5_000_000L);
        assertThat(calibration.of(second).orElseThrow().serviceNanos())
                .isEqualTo(calibration.of(first).orElseThrow().serviceNanos());
        assertThat(calibration.of(other).orElseThrow().serviceNanos()).containsOnly(6_000_000L);
        assertThat(latencyUploads(client)).hasSize(400);
    }

    @Test
    void archivesOfMixedSizesAreMeasuredEachForItself() throws Exception {
        Path first = mixed("a.zip");
        Path second = mixed("b.zip");
        ScriptedClient client = client((_, _) -> Duration.ofMillis(1));
        assertThat(calibrate(client, first, second).archives()).hasSize(2);
        assertThat(latencyUploads(client)).hasSize(400);
    }

    @Test
    void mixedSizesAreSampledEvenly() throws Exception {
        Path zip = mixed("a.zip");
        ScriptedClient client = client((_, item) -> Duration.ofMillis(item.size() / 100));
        List<Long> times = calibrate(client, zip).of(zip).orElseThrow().serviceNanos();
        assertThat(times).containsOnly(1_000_000L, 9_000_000L);
        assertThat(times.stream().filter(time -> time == 9_000_000)).hasSizeBetween(36, 39);
    }

    @Test
    void theBandwidthIsThatOfAllConnectionsTogether() throws Exception {
        Path zip = zip("a.zip", 10, 100);
        // The fake ticker adds up what happens at once, as a shared line would.
        ScriptedClient client = client((_, item) -> Duration.ofNanos(1_000_000 + item.size() * 10));
        Calibration.Bandwidth bandwidth = calibrate(client, zip).bandwidth().orElseThrow();
        assertThat(bandwidth).isEqualTo(new Calibration.Bandwidth(100_000_000, 8));
    }

    @Test
    void isKeptWithoutABandwidthWhereLargeBodiesAreRefused() throws Exception {
        Path zip = zip("a.zip", 10, 100);
        ScriptedClient client =
                client(
                        (_, item) -> {
                            if (item.size() > 100) {
                                throw new CalibrationException("EntityTooLarge");
                            }
                            return Duration.ofMillis(1);
                        });
        Calibration calibration = calibrate(client, zip);
        assertThat(calibration.bandwidth()).isEmpty();
        assertThat(calibration.of(zip).orElseThrow().serviceNanos()).hasSize(150);
    }

    @Test
    void countsWhatItSent() throws Exception {
        Path zip = zip("a.zip", 10, 100);
        ScriptedClient client = client((_, _) -> Duration.ofMillis(1));
        Calibration calibration = calibrate(client, zip);
        assertThat(calibration.uploads()).isEqualTo(client.sent().size());
        assertThat(calibration.bytes())
                .isEqualTo(client.sent().stream().mapToLong(ScriptedClient.Sent::size).sum());
    }

    @Test
    void eachTimedUploadMakesAnObjectBelowThePrefix() throws Exception {
        Path zip = zip("a.zip", 10, 100);
        ScriptedClient client = client((_, _) -> Duration.ofMillis(1));
        calibrate(client, zip);
        assertThat(client.sent())
                .allMatch(sent -> sent.key().matches("weft/run/calibration/\\d{8}-upload"));
        assertThat(latencyUploads(client))
                .extracting(ScriptedClient.Sent::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void bytesAreUnzippedBeforeAnUploadIsTimed() throws Exception {
        ScriptedClient client = client((_, _) -> Duration.ofMillis(1));
        calibrate(client, zip("a.zip", 10, 100));
        assertThat(client.sent()).allMatch(ScriptedClient.Sent::inMemory);
    }

    @Test
    void anUploadThatFailsEndsIt() throws Exception {
        Path zip = zip("a.zip", 10, 100);
        ScriptedClient client =
                client(
                        (number, _) -> {
                            if (number == 60) {
                                throw new CalibrationException("SlowDown");
                            }
                            return Duration.ofMillis(1);
                        });
        assertThatThrownBy(() -> calibrate(client, zip))
                .isInstanceOf(CalibrationException.class)
                .hasMessage("SlowDown");
        assertThat(client.timed()).hasSize(60);
    }

    @Test
    void anArchiveThatCannotBeReadEndsItBeforeAnythingIsSent() {
        Path missing = folder.resolve("missing.zip");
        ScriptedClient client = client((_, _) -> Duration.ofMillis(1));
        assertThatThrownBy(() -> calibrate(client, missing))
                .isInstanceOf(CalibrationException.class)
                .hasMessage(
                        missing + " does not exist; check the path, or make a zip with create-zip");
        assertThat(client.sent()).isEmpty();
    }

    @Test
    void anArchiveThatUnzipsToMoreThanItMayEndsItBeforeAnythingIsSent() throws Exception {
        Path zip = zip("a.zip", 10, 100);
        ScriptedClient client = client((_, _) -> Duration.ofMillis(1));
        assertThatThrownBy(() -> calibrate(client, new UnzipLimits(1, 999), zip))
                .isInstanceOf(CalibrationException.class)
                .hasMessageContaining(zip + " unzips to too much");
        assertThat(client.sent()).isEmpty();
    }

    @Test
    void anArchiveOfBrokenFilesIsNamed() throws Exception {
        Path zip = zip("a.zip", 1, 1_000);
        SmallZip.spoil(zip, SmallZip.noise(1_000));
        assertThatThrownBy(() -> calibrate(client((_, _) -> Duration.ZERO), zip))
                .hasMessage("none of the files of %s can be unzipped; make it again", zip);
    }

    private Calibration calibrate(ScriptedClient client, Path... archives) throws Exception {
        return calibrate(client, UnzipLimits.STANDARD, archives);
    }

    private Calibration calibrate(ScriptedClient client, UnzipLimits limits, Path... archives)
            throws Exception {
        CalibrationSpec spec =
                new CalibrationSpec(
                        "run",
                        List.of(archives),
                        limits,
                        64,
                        FairnessContract.standard(64),
                        Specs.nowhere());
        return new Calibrator(spec, client, ticker).calibrate();
    }

    private ScriptedClient client(ScriptedClient.Script script) {
        return new ScriptedClient(ticker, script);
    }

    private static List<ScriptedClient.Sent> latencyUploads(ScriptedClient client) {
        return client.timed().stream().filter(sent -> sent.size() < BANDWIDTH_BYTES).toList();
    }

    private Path zip(String name, int files, int fileBytes) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (int index = 0; index < files; index++) {
            contents.put("file " + index, SmallZip.noise(fileBytes));
        }
        return SmallZip.write(folder.resolve(name), contents);
    }

    /// 400 files, every fourth of 900 bytes and all others of 100.
    private Path mixed(String name) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (int index = 0; index < 400; index++) {
            contents.put("file " + index, SmallZip.noise(index % 4 == 0 ? 900 : 100));
        }
        return SmallZip.write(folder.resolve(name), contents);
    }
}
