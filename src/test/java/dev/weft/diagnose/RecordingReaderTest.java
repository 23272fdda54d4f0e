package dev.weft.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.base.Splitter;
import dev.weft.diagnose.Diagnosis.Place;
import dev.weft.diagnose.RecordingWindows.RecordingWindow;
import dev.weft.plan.ModeName;
import dev.weft.testing.Jvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What is read from the recording of a JVM whose faults are known.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingReaderTest {
    private static final Duration HELD = Duration.ofMillis(60);
    private static final long ALLOCATED_BYTES = 40_000L * 10_000;

    private final Path folder;
    private final Path recording;
    private RecordingWindow firstAct = new RecordingWindow(Instant.EPOCH, Instant.EPOCH);
    private RecordingWindow secondAct = firstAct;

    RecordingReaderTest(@TempDir Path folder) {
        this.folder = folder;
        // What the options must quote.
        recording = folder.resolve("a folder, with what=delimits").resolve("culprit.jfr");
    }

    @BeforeAll
    void record() throws Exception {
        Process culprit =
                Jvm.start(RecordingOptions.prepare(recording).jvmOptions(), Culprit.class);
        String said = new String(culprit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(culprit.waitFor()).isZero();
        assertThat(said.lines()).as("nothing but its own line").hasSize(1);
        List<String> times = Splitter.on(" ").splitToList(said);
        firstAct = new RecordingWindow(Instant.parse(times.get(0)), Instant.parse(times.get(1)));
        secondAct = new RecordingWindow(Instant.parse(times.get(1)), Instant.parse(times.get(2)));
    }

    @Test
    void nothingButTheRecordingAndItsSettingsIsLeft() {
        assertThat(recording.getParent())
                .isDirectoryNotContaining(
                        file -> !file.equals(recording) && !file.endsWith("diagnose.jfc"));
    }

    @Test
    void theMethodThatBurnsIsTheHottest() throws Exception {
        Diagnosis.Samples samples = read(secondAct).samples();
        assertThat(samples.count()).isGreaterThan(10);
        Diagnosis.HotMethod hottest = samples.hot().getFirst();
        assertThat(hottest.method()).isEqualTo(Culprit.class.getName() + ".burnSecond");
        assertThat(hottest.codeOwner()).isEqualTo(CodeOwner.WEFT);
        assertThat(hottest.share()).isGreaterThan(0.5);
        assertThat(samples.owners().getFirst().codeOwner()).isEqualTo(CodeOwner.WEFT);
        assertThat(samples.owners().stream().mapToDouble(Diagnosis.OwnerShare::share).sum())
                .isBetween(0.999, 1.001);
    }

    @Test
    void whatLiesOutsideTheWindowIsNotThere() throws Exception {
        assertThat(read(firstAct).samples().hot())
                .extracting(Diagnosis.HotMethod::method)
                .contains(Culprit.class.getName() + ".burnFirst")
                .doesNotContain(Culprit.class.getName() + ".burnSecond");
        assertThat(read(firstAct).pins().count()).isZero();
        assertThat(read(firstAct).locks().count()).isZero();
        Diagnosis nothing = read(new RecordingWindow(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
        assertThat(nothing.samples().count()).isZero();
        assertThat(nothing.allocation().bytes()).isZero();
    }

    @Test
    void whatWasAllocatedIsNamed() throws Exception {
        Diagnosis.Allocation allocation = read(secondAct).allocation();
        assertThat(allocation.types().getFirst().type())
                .isEqualTo(Culprit.Ballast.class.getName() + "[]");
        assertThat(allocation.types().getFirst().share()).isGreaterThan(0.9);
        assertThat(allocation.bytes())
                .isBetween(ALLOCATED_BYTES * 9 / 10, ALLOCATED_BYTES * 12 / 10);
    }

    @Test
    void aPinnedVirtualThreadIsSeenWithItsReason() throws Exception {
        Diagnosis.Waits pins = read(secondAct).pins();
        assertThat(pins.count()).isOne();
        assertThat(pins.longest()).isGreaterThanOrEqualTo(HELD);
        assertThat(pins.places().getFirst().cause()).contains("SlowToInitialize.<clinit>");
        assertThat(pins.places().getFirst().method()).endsWith("Culprit.sleep");
    }

    @Test
    void waitsForMonitorsAndLocksAreSeenWithTheirPlace() throws Exception {
        Diagnosis.Waits locks = read(secondAct).locks();
        assertThat(locks.places())
                .extracting(Place::cause, Place::method, Place::count)
                .contains(
                        tuple("java.lang.Object", Culprit.class.getName() + ".enterMonitor", 1L),
                        tuple(
                                "java.util.concurrent.locks.ReentrantLock",
                                Culprit.class.getName() + ".takeLock",
                                1L));
        assertThat(locks.count()).isEqualTo(2);
        assertThat(locks.longest()).isGreaterThanOrEqualTo(HELD);
        assertThat(locks.total()).isGreaterThanOrEqualTo(HELD.multipliedBy(2));
    }

    @Test
    void aWaitCountsAsFarAsItLiesInTheWindow() throws Exception {
        Duration whole = read(secondAct).pins().total();
        Instant middle = pinStart().plusMillis(20);
        Duration first = read(new RecordingWindow(secondAct.start(), middle)).pins().total();
        Duration rest = read(new RecordingWindow(middle, secondAct.end())).pins().total();
        assertThat(first).isEqualTo(Duration.ofMillis(20));
        assertThat(first.plus(rest)).isEqualTo(whole);
    }

    @Test
    void aRecordingThatIsCutIsAFault() throws Exception {
        byte[] bytes = Files.readAllBytes(recording);
        Path cut = Files.write(folder.resolve("cut.jfr"), Arrays.copyOf(bytes, 1_000));
        assertThatThrownBy(() -> read(cut, secondAct)).isInstanceOf(IOException.class);
        Path empty = Files.createFile(folder.resolve("empty.jfr"));
        assertThatThrownBy(() -> read(empty, secondAct)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(folder.resolve("missing.jfr"), secondAct))
                .isInstanceOf(IOException.class);
    }

    private Instant pinStart() throws IOException {
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.VirtualThreadPinned")) {
                    return event.getStartTime();
                }
            }
        }
        throw new AssertionError("no pin");
    }

    private Diagnosis read(RecordingWindow window) throws IOException {
        return read(recording, window);
    }

    private static Diagnosis read(Path recording, RecordingWindow window) throws IOException {
        return RecordingReader.read(
                recording,
                new Diagnosis.Subject(ModeName.VIRTUAL, 4, 100),
                new RecordingWindows(List.of(window)));
    }
}
