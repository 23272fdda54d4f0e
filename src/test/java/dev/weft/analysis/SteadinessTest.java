package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadinessTest {
    private static final Passes STEADY = Passes.of(ModeName.THREADS).steady();

    @Test
    void jvmsThatStayedSteadyHaveNoReason() {
        assertThat(Steadiness.of(jvms(4, 0))).isEqualTo(new Steadiness(4, List.of()));
    }

    @Test
    void countsEachUnsteadyJvmOnce() {
        Steadiness steadiness = Steadiness.of(jvms(3, 2));
        assertThat(steadiness.jvms()).isEqualTo(5);
        assertThat(steadiness.reasons()).containsExactly("it compiled", "it compiled");
    }

    @Test
    void aQuarterOfUnsteadyJvmsIsStillEnough() {
        assertThat(Steadiness.of(jvms(3, 1)).isEnough()).isTrue();
        assertThat(Steadiness.of(jvms(2, 1)).isEnough()).isFalse();
    }

    @Test
    void aDriftOfItsPassesMakesAJvmUnsteady() {
        assertThat(Steadiness.of(passes(400, 409, 418)).reasons()).isEmpty();
        assertThat(Steadiness.of(passes(400, 411, 422)).reasons())
                .singleElement()
                .satisfies(why -> assertThat(why).contains("wall time"));
        assertThat(Steadiness.of(passes(400, 389, 378)).reasons()).hasSize(1);
    }

    @Test
    void compilationInItsPassesMakesAJvmUnsteady() {
        assertThat(Steadiness.of(passes(STEADY.jit(Duration.ofMillis(20)), 1, 400, 400)).reasons())
                .isEmpty();
        assertThat(Steadiness.of(passes(STEADY.jit(Duration.ofMillis(21)), 1, 400, 400)).reasons())
                .singleElement()
                .satisfies(why -> assertThat(why).contains("JIT"));
    }

    @Test
    void coldPassesAndFixedWarmUpsAreNotChecked() {
        assertThat(
                        Steadiness.of(
                                List.of(
                                        Passes.of(ModeName.THREADS)
                                                .phase(Phase.COLD)
                                                .steady()
                                                .row(),
                                        Passes.of(ModeName.THREADS).row())))
                .isEqualTo(new Steadiness(0, List.of()));
    }

    @Test
    void noStatementOnCpuWhereTooManyJvmsAreUnsteady() {
        assertThat(summary(jvms(3, 1)).cpuMillisPerUpload()).isPresent();
        assertThat(summary(jvms(2, 1)).cpuMillisPerUpload()).isEmpty();
        assertThat(new Warnings(new Analysis(List.of(summary(jvms(2, 1))))).all())
                .filteredOn(warning -> warning.code().equals("unsteady"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.sentence()).contains("1 of 3", "CPU"));
    }

    private static ModeSummary summary(List<PassRow> rows) {
        return Analysis.of(rows).summaries().stream()
                .filter(summary -> summary.mode() == ModeName.THREADS)
                .findFirst()
                .orElseThrow();
    }

    private static List<PassRow> jvms(int steady, int unsteady) {
        List<PassRow> rows = new ArrayList<>();
        for (int block = 1; block <= steady + unsteady; block++) {
            rows.addAll(
                    passes(
                            block <= steady ? STEADY : STEADY.unsteady("it compiled"),
                            block,
                            400,
                            400,
                            400));
        }
        return rows;
    }

    private static List<PassRow> passes(int... millis) {
        return passes(STEADY, 1, millis);
    }

    private static List<PassRow> passes(Passes like, int block, int... millis) {
        List<PassRow> rows = new ArrayList<>();
        for (int place = 0; place < millis.length; place++) {
            rows.add(
                    like.block(block)
                            .trial("b" + block, place + 2)
                            .wall(Duration.ofMillis(millis[place]))
                            .row());
        }
        return rows;
    }
}
