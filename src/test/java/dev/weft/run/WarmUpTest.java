package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.WarmupPolicy;
import dev.weft.record.WarmupResult;
import dev.weft.record.WarmupResult.WarmupSlice;
import dev.weft.testing.FakeTicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static final WarmupPolicy.Steady STEADY = WarmupPolicy.Steady.STANDARD;

    private final FakeTicker ticker = new FakeTicker(Duration.ZERO);
    private final List<Boolean> undelayedSlices = new ArrayList<>();
    private final List<Integer> uploadsOfSlices = new ArrayList<>();

    @Test
    void endsAfterTheFirstTenSlicesThatAreAlike() throws Exception {
        WarmupResult result = run(STEADY, slice -> slice <= 7 ? 800 : 400, _ -> 0);
        assertThat(result.summary().steady()).contains(true);
        assertThat(result.summary().uploads()).isEqualTo(17_000);
        assertThat(result.slices()).hasSize(17);
        assertThat(undelayedSlices).containsOnly(false);
    }

    @Test
    void putsTheLatencyOfTheServerBackForTheLastTen() throws Exception {
        WarmupResult result = run(STEADY.withoutDelay(), slice -> slice <= 3 ? 800 : 400, _ -> 0);
        assertThat(result.summary().steady()).contains(true);
        assertThat(undelayedSlices.subList(0, 13)).containsOnly(true);
        assertThat(undelayedSlices.subList(13, 23)).containsOnly(false);
        assertThat(undelayedSlices).hasSize(23);
    }

    @Test
    void leavesTheLatencyOutWhileTheCompilersAreBusy() throws Exception {
        WarmupResult result =
                run(STEADY.withoutDelay(), _ -> 400, slice -> slice <= 20 ? 400 : 100);
        assertThat(result.summary().steady()).contains(false);
        assertThat(undelayedSlices.subList(0, 25)).containsOnly(true);
        assertThat(undelayedSlices.subList(25, undelayedSlices.size())).containsOnly(false);
    }

    @Test
    void isUnsteadyWhereTheUploadsAreUsedUp() throws Exception {
        WarmupResult result = run(STEADY, slice -> 100_000 / slice, _ -> 0);
        assertThat(result.summary().steady()).contains(false);
        assertThat(result.summary().uploads()).isEqualTo(60_000);
        assertThat(result.summary().unsteady())
                .hasValueSatisfying(
                        why -> assertThat(why).contains("CPU per upload", "60,000 uploads"));
    }

    @Test
    void isUnsteadyWhereTheTimeIsUp() throws Exception {
        WarmupResult result =
                run(
                        new WarmupPolicy.Steady(60_000, Duration.ofSeconds(5), false),
                        slice -> 100_000 / slice,
                        _ -> 0);
        assertThat(result.summary().steady()).contains(false);
        assertThat(result.summary().time()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aFixedNumberIsMadeInSlicesAndIsNotChecked() throws Exception {
        WarmupResult result = run(new WarmupPolicy.Fixed(2_500), slice -> 400 * slice, _ -> 900);
        assertThat(result.summary().steady()).isEmpty();
        assertThat(result.summary().policy()).isEqualTo("fixed 2500");
        assertThat(uploadsOfSlices).containsExactly(1_000, 1_000, 500);
        assertThat(undelayedSlices).containsOnly(false);
    }

    @Test
    void endsWithWhatEndsItsSlices() throws Exception {
        WarmupResult result = new WarmUp(STEADY, (_, _, _, _) -> Optional.empty(), ticker).run();
        assertThat(result.slices()).isEmpty();
        assertThat(result.summary().steady()).contains(false);
    }

    /// @param cpuMillis of each slice, by its number
    /// @param jitMillis of each slice, by its number
    private WarmupResult run(
            WarmupPolicy policy, IntUnaryOperator cpuMillis, IntUnaryOperator jitMillis)
            throws Exception {
        return new WarmUp(
                        policy,
                        (number, uploads, _, undelayed) -> {
                            undelayedSlices.add(undelayed);
                            uploadsOfSlices.add(uploads);
                            ticker.advance(Duration.ofMillis(500));
                            return Optional.of(
                                    new WarmupSlice(
                                            number,
                                            uploads,
                                            number * uploads,
                                            undelayed,
                                            Duration.ofMillis(500),
                                            Optional.of(
                                                    Duration.ofMillis(
                                                            cpuMillis.applyAsInt(number))),
                                            Optional.of(
                                                    Duration.ofMillis(
                                                            jitMillis.applyAsInt(number))),
                                            OptionalLong.empty(),
                                            OptionalLong.empty()));
                        },
                        ticker)
                .run();
    }
}
