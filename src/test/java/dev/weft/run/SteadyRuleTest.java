package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.record.WarmupResult.WarmupSlice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteadyRuleTest {
    @Test
    void tenEqualSlicesWithoutCompilationAreSteady() {
        assertThat(SteadyRule.objection(equal(10))).isEmpty();
    }

    @Test
    void fewerThanTwoHalvesAreNotEnough() {
        assertThat(SteadyRule.objection(equal(9))).hasValueSatisfying(why -> names(why, "9", "10"));
    }

    @ParameterizedTest
    @CsvSource({"1.5, true", "0.96, true", "0.94, false"})
    void cpuMayFallByFivePercentAndRise(double change, boolean steady) {
        List<WarmupSlice> slices = equal(5);
        for (int number = 6; number <= 10; number++) {
            slices.add(slice(number, 1_000, 300, 400 * change, 0));
        }
        assertThat(SteadyRule.objection(slices).isEmpty()).isEqualTo(steady);
    }

    @ParameterizedTest
    @CsvSource({"1.5, true", "0.96, true", "0.94, false"})
    void wallTimeMayFallByFivePercentAndRise(double change, boolean steady) {
        List<WarmupSlice> slices = equal(5);
        for (int number = 6; number <= 10; number++) {
            slices.add(slice(number, 1_000, 300 * change, 400, 0));
        }
        assertThat(SteadyRule.objection(slices).isEmpty()).isEqualTo(steady);
    }

    @Test
    void slicesOfFewerUploadsAreComparedPerUpload() {
        List<WarmupSlice> slices = equal(5);
        for (int number = 6; number <= 10; number++) {
            slices.add(slice(number, 500, 150, 200, 0));
        }
        assertThat(SteadyRule.objection(slices)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7, true", "8, false", "10, false"})
    void compilationCountsInTheLastThreeSlicesOnly(int at, boolean steady) {
        List<WarmupSlice> slices = equal(10);
        slices.set(at - 1, slice(at, 1_000, 300, 400, 7));
        assertThat(SteadyRule.objection(slices).isEmpty()).isEqualTo(steady);
    }

    @Test
    void twoPercentOfCompilationAreNoObjection() {
        List<WarmupSlice> slices = equal(10);
        slices.set(9, slice(10, 1_000, 300, 400, 6));
        assertThat(SteadyRule.objection(slices)).isEmpty();
        slices.set(9, slice(10, 1_000, 300, 400, 7));
        assertThat(SteadyRule.objection(slices))
                .hasValueSatisfying(why -> names(why, "7 ms", "300 ms"));
    }

    @ParameterizedTest
    @CsvSource({"75, true", "76, false"})
    void withoutLatencyTheCompilersMayBeBusyForAQuarter(int jitMillis, boolean nearly) {
        List<WarmupSlice> slices = equal(5);
        for (int number = 6; number <= 10; number++) {
            slices.add(slice(number, 1_000, 300, 400, jitMillis));
        }
        assertThat(SteadyRule.nearlySteady(slices)).isEqualTo(nearly);
    }

    @Test
    void aPlatformWithoutCpuTimeIsJudgedByWallTime() {
        List<WarmupSlice> slices = new ArrayList<>();
        for (int number = 1; number <= 10; number++) {
            slices.add(
                    new WarmupSlice(
                            number,
                            1_000,
                            number * 1_000,
                            true,
                            Duration.ofMillis(number <= 5 ? 400 : 300),
                            Optional.empty(),
                            Optional.empty(),
                            OptionalLong.empty(),
                            OptionalLong.empty()));
        }
        assertThat(SteadyRule.objection(slices)).isPresent();
        assertThat(SteadyRule.objection(slices.subList(0, 5))).isPresent();
    }

    private static void names(String why, String... parts) {
        assertThat(why).contains(parts);
    }

    private static List<WarmupSlice> equal(int count) {
        List<WarmupSlice> slices = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            slices.add(slice(number, 1_000, 300, 400, 0));
        }
        return slices;
    }

    private static WarmupSlice slice(
            int number, int uploads, double wallMillis, double cpuMillis, int jitMillis) {
        return new WarmupSlice(
                number,
                uploads,
                number * uploads,
                true,
                nanos(wallMillis),
                Optional.of(nanos(cpuMillis)),
                Optional.of(Duration.ofMillis(jitMillis)),
                OptionalLong.of(1),
                OptionalLong.of(1 << 20));
    }

    private static Duration nanos(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }
}
