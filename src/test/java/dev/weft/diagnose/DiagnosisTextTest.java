package dev.weft.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.diagnose.Diagnosis.Allocation;
import dev.weft.diagnose.Diagnosis.HotMethod;
import dev.weft.diagnose.Diagnosis.JvmActivity;
import dev.weft.diagnose.Diagnosis.OwnerShare;
import dev.weft.diagnose.Diagnosis.Place;
import dev.weft.diagnose.Diagnosis.Sampler;
import dev.weft.diagnose.Diagnosis.Samples;
import dev.weft.diagnose.Diagnosis.Subject;
import dev.weft.diagnose.Diagnosis.TypeShare;
import dev.weft.diagnose.Diagnosis.Waits;
import dev.weft.plan.ModeName;
import dev.weft.testing.Golden;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTextTest {
    private static final Waits NONE = new Waits(0, Duration.ZERO, Duration.ZERO, List.of());

    @Test
    void readsLikeThis() throws IOException {
        Golden.of(getClass(), "diagnosis.txt")
                .check(
                        String.join(
                                        "\n",
                                        DiagnosisText.lines(List.of(async(), threads(), virtual())))
                                + "\n");
    }

    @Test
    void fitsTheTerminalWhateverTheNames() {
        String longName = "com.example." + "Very".repeat(40) + "Long.method";
        Waits waits =
                new Waits(
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        List.of(new Place(longName, longName, 1, Duration.ofSeconds(1))));
        Samples samples =
                new Samples(
                        Sampler.CPU_TIME,
                        10,
                        0.31,
                        0,
                        List.of(new OwnerShare(CodeOwner.SDK, 1)),
                        List.of(new HotMethod(longName, CodeOwner.SDK, longName, 1)));
        List<String> lines =
                DiagnosisText.lines(
                        List.of(diagnosis(ModeName.VIRTUAL, samples, waits, waits), virtual()));
        assertThat(lines)
                .allMatch(line -> line.length() <= 100)
                .hasSizeLessThanOrEqualTo(2 + 2 * 14);
    }

    @Test
    void saysThatNothingWasSampled() {
        Samples samples = new Samples(Sampler.EXECUTION, 0, 1, 0, List.of(), List.of());
        assertThat(DiagnosisText.lines(List.of(diagnosis(ModeName.ASYNC, samples, NONE, NONE))))
                .contains("async: no sample fell into its warm passes.")
                .noneMatch(line -> line.contains("layers"));
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(DiagnosisText.lines(List.of())).isEmpty();
    }

    private static Diagnosis async() {
        Samples samples =
                new Samples(
                        Sampler.CPU_TIME,
                        1_024,
                        0.0306,
                        3,
                        List.of(
                                new OwnerShare(CodeOwner.SDK, 0.412),
                                new OwnerShare(CodeOwner.NETTY, 0.218),
                                new OwnerShare(CodeOwner.INPUT_OUTPUT, 0.2),
                                new OwnerShare(CodeOwner.WEFT, 0.1),
                                new OwnerShare(CodeOwner.THREADS, 0.04),
                                new OwnerShare(CodeOwner.OTHER, 0.026),
                                new OwnerShare(CodeOwner.RECORDER, 0.004)),
                        List.of(
                                new HotMethod(
                                        "sun.nio.ch.SocketDispatcher.write0",
                                        CodeOwner.INPUT_OUTPUT,
                                        "sun.nio.ch.SocketDispatcher.write0",
                                        0.102),
                                new HotMethod(
                                        "java.util.TreeMap.getEntry",
                                        CodeOwner.SDK,
                                        "software.amazon.awssdk.http.SdkHttpHeaders.matching",
                                        0.043),
                                new HotMethod(
                                        "java.util.zip.Inflater.inflateBytesBytes",
                                        CodeOwner.WEFT,
                                        "dev.weft.archive.UnzipStage.read",
                                        0.031),
                                new HotMethod("a.B.c", CodeOwner.OTHER, "a.B.c", 0.02)));
        return diagnosis(ModeName.ASYNC, samples, NONE, NONE);
    }

    private static Diagnosis threads() {
        Samples samples =
                new Samples(
                        Sampler.EXECUTION,
                        150,
                        0.08,
                        0,
                        List.of(
                                new OwnerShare(CodeOwner.APACHE, 0.5),
                                new OwnerShare(CodeOwner.OTHER, 0.46),
                                new OwnerShare(CodeOwner.CRYPTO, 0.04)),
                        List.of());
        Waits locks =
                new Waits(
                        1_234,
                        Duration.ofMillis(7_531),
                        Duration.ofNanos(12_345_000),
                        List.of(
                                new Place(
                                        "java.util.concurrent.locks.ReentrantLock",
                                        "org.apache.hc.core5.pool.StrictConnPool.lease",
                                        1_200,
                                        Duration.ofMillis(7_000))));
        return diagnosis(ModeName.THREADS, samples, NONE, locks);
    }

    private static Diagnosis virtual() {
        Samples samples =
                new Samples(
                        Sampler.CPU_TIME,
                        800,
                        0.0346,
                        0,
                        List.of(new OwnerShare(CodeOwner.OTHER, 1)),
                        List.of());
        Waits pins =
                new Waits(
                        1,
                        Duration.ofMillis(120),
                        Duration.ofMillis(120),
                        List.of(
                                new Place(
                                        "VM call to a.B.<clinit> on stack",
                                        "a.B.<clinit>",
                                        1,
                                        Duration.ofMillis(120))));
        return diagnosis(ModeName.VIRTUAL, samples, pins, NONE);
    }

    /// Of 1,500 uploads, 64 at once, in 600 ms.
    private static Diagnosis diagnosis(ModeName mode, Samples samples, Waits pins, Waits locks) {
        return new Diagnosis(
                new Subject(mode, 64, 1_500),
                Duration.ofMillis(600),
                samples,
                new Allocation(
                        1_500L * 121_000,
                        List.of(
                                new TypeShare("byte[]", 0.61),
                                new TypeShare("java.util.HashMap$Node", 0.07))),
                pins,
                locks,
                new JvmActivity(2, Duration.ofNanos(4_100_000), Duration.ofMillis(31)));
    }
}
