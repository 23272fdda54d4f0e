package dev.weft.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.diagnose.Diagnosis.HotMethod;
import dev.weft.diagnose.Diagnosis.OwnerShare;
import dev.weft.diagnose.Diagnosis.Sampler;
import dev.weft.diagnose.Stack.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTallyTest {
    private static final Frame GET = new Frame("java.util.HashMap", "get");
    private static final Frame SIGN = new Frame("software.amazon.awssdk.A", "sign");
    private static final Frame WRITE = new Frame("io.netty.B", "write");

    private final SampleTally tally = new SampleTally();

    @Test
    void aSampleCountsForAsMuchAsItStandsFor() {
        tally.add(new Stack(List.of(GET, SIGN)), 3);
        tally.add(new Stack(List.of(GET, WRITE)), 1);
        tally.add(new Stack(List.of(WRITE)), 4);
        Diagnosis.Samples samples = tally.samples(Sampler.CPU_TIME);
        assertThat(samples.count()).isEqualTo(3);
        assertThat(samples.owners())
                .containsExactly(
                        new OwnerShare(CodeOwner.NETTY, 0.625),
                        new OwnerShare(CodeOwner.SDK, 0.375));
        assertThat(samples.hot())
                .containsExactly(
                        new HotMethod("io.netty.B.write", CodeOwner.NETTY, "io.netty.B.write", 0.5),
                        new HotMethod(
                                "java.util.HashMap.get",
                                CodeOwner.SDK,
                                "software.amazon.awssdk.A.sign",
                                0.5));
    }

    @Test
    void theMarginIsThatOfAProportion() {
        for (int sample = 0; sample < 100; sample++) {
            tally.add(new Stack(List.of(GET)), 7);
        }
        assertThat(tally.samples(Sampler.CPU_TIME).margin()).isCloseTo(0.098, within(1e-12));
    }

    @Test
    void unequalSamplesTellLess() {
        // (3 + 1)^2 / (9 + 1) = 1.6 samples.
        tally.add(new Stack(List.of(GET)), 3);
        tally.add(new Stack(List.of(GET)), 1);
        assertThat(tally.samples(Sampler.CPU_TIME).margin())
                .isCloseTo(1.96 * 0.5 / Math.sqrt(1.6), within(1e-12));
    }

    @Test
    void withoutSamplesAShareMayBeAnything() {
        tally.addLost(2);
        assertThat(tally.samples(Sampler.EXECUTION))
                .isEqualTo(new Diagnosis.Samples(Sampler.EXECUTION, 0, 1, 2, List.of(), List.of()));
    }
}
