package dev.weft.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.WarmupPolicy;
import dev.weft.run.Progress;
import dev.weft.testing.FakeTicker;
import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressTrackerTest {
    private static final Path ZIP = Path.of("/zips/500x100KiB.zip");
    private static final PassSpec COLD = Specs.cold(ZIP);
    private static final PassSpec WARMUP = Specs.warmup(ZIP, 1_000);
    private static final PassSpec FIRST = Specs.warm(2, ZIP);
    private static final PassSpec SECOND = Specs.warm(3, ZIP);

    private final FakeTicker ticker = new FakeTicker(Duration.ZERO);
    private final PlannedTrial one = trial(1);
    private final PlannedTrial two = trial(2);
    private final ProgressTracker course =
            new ProgressTracker(List.of(one, two), _ -> Specs.items(), "there", 2, ticker);
    private Progress progress = Progress.NONE;

    @Test
    void saysNothingBeforeTheFirstTrial() {
        assertThat(course.standing()).isEmpty();
    }

    @Test
    void namesWhatIsMeasuredAgainstWhat() {
        course.trialStarted(two);

        ProgressSnapshot standing = course.standing().orElseThrow();
        assertThat(standing.what()).isEqualTo("async, 500x100KiB.zip, 64 at once");
        assertThat(standing.where()).isEqualTo("there");
        assertThat(standing.whole().orElseThrow().trial()).isEqualTo(2);
        assertThat(standing.step()).isEmpty();
    }

    @Test
    void numbersWarmPassesWhereThereAreSeveral() {
        course.trialStarted(one);
        assertThat(started(COLD).name()).isEqualTo("cold");
        assertThat(started(WARMUP).name()).isEqualTo("warmup");
        assertThat(started(WARMUP).count()).isEqualTo("0 of 1,000");
        assertThat(started(SECOND).name()).isEqualTo("warm 2 of 2");
    }

    @Test
    void aWarmUpUntilSteadyHasNoTimeLeftOfItsOwn() {
        PassSpec steady =
                new PassSpec(
                        0,
                        Phase.WARMUP,
                        ZIP,
                        WARMUP.limits(),
                        WARMUP.prefix(),
                        Optional.of(WarmupPolicy.Steady.STANDARD));
        PlannedTrial trial = new PlannedTrial(one.spec(), 1, 1, 1, List.of(COLD, steady, FIRST));
        ProgressTracker ofOne =
                new ProgressTracker(List.of(trial), _ -> Specs.items(), "there", 2, ticker);
        ofOne.trialStarted(trial);
        ofOne.passStarted(trial, steady, () -> progress);
        ticker.advance(Duration.ofSeconds(10));
        progress = new Progress(30_000, 0);

        ProgressSnapshot.Step step = ofOne.standing().orElseThrow().step().orElseThrow();

        assertThat(step.count()).isEqualTo("30,000 of at most 60,000");
        assertThat(step.left()).isEmpty();
    }

    @Test
    void namesTheZipWhereThereAreSeveral() {
        Path other = Path.of("/zips/9x1KiB.zip");
        PlannedTrial ofTwoZips =
                new PlannedTrial(
                        Specs.trial(ModeName.SEQUENTIAL, 1, Specs.nowhere()),
                        1,
                        1,
                        1,
                        List.of(Specs.warm(1, ZIP), Specs.warm(2, other), Specs.warm(3, other)));
        ProgressTracker ofZips =
                new ProgressTracker(
                        List.of(ofTwoZips),
                        zip -> Specs.items(zip.getFileName().toString()),
                        "there",
                        2,
                        ticker);

        ofZips.trialStarted(ofTwoZips);
        assertThat(ofZips.standing().orElseThrow().what())
                .isEqualTo("sequential, 2 zips, 1 at once");
        for (Map.Entry<PassSpec, String> pass :
                Map.of(
                                ofTwoZips.passes().get(0), "warm 500x100KiB.zip",
                                ofTwoZips.passes().get(2), "warm 9x1KiB.zip 2 of 2")
                        .entrySet()) {
            ofZips.passStarted(ofTwoZips, pass.getKey(), () -> progress);
            assertThat(ofZips.standing().orElseThrow().step().orElseThrow().name())
                    .isEqualTo(pass.getValue());
        }
    }

    @Test
    void tellsRatePercentileFailuresAndTheTimeLeft() {
        course.trialStarted(one);
        var _ = started(FIRST);
        ticker.advance(Duration.ofSeconds(2));
        progress = new Progress(198, 2, OptionalLong.of(7_000_000));

        ProgressSnapshot.Step step = course.standing().orElseThrow().step().orElseThrow();

        assertThat(step.perSecond()).hasValue(100);
        assertThat(step.p99Nanos()).hasValue(7_000_000);
        assertThat(step.failed()).isEqualTo(2);
        assertThat(step.share()).isEqualTo(0.4);
        assertThat(step.left()).contains(Duration.ofSeconds(3));
    }

    @Test
    void aPassThatIsVerifiedIsNotBackAtItsBeginning() {
        course.trialStarted(one);
        var _ = started(FIRST);
        progress = new Progress(499, 1, OptionalLong.of(7_000_000));
        assertThat(course.standing()).isPresent();
        progress = Progress.NONE;

        ProgressSnapshot.Step step = course.standing().orElseThrow().step().orElseThrow();

        assertThat(step.count()).isEqualTo("500 of 500");
        assertThat(step.failed()).isEqualTo(1);
    }

    @Test
    void theRateIsThatOfTheLastSeconds() {
        course.trialStarted(one);
        var _ = started(FIRST);
        progress = new Progress(400, 0);
        for (int second = 0; second < 10; second++) {
            ticker.advance(Duration.ofSeconds(1));
            assertThat(course.standing()).isPresent();
        }

        assertThat(course.standing().orElseThrow().step().orElseThrow().perSecond()).hasValue(0);
    }

    @Test
    void theWholeIsCorrectedByWhatWasTaken() {
        course.trialStarted(one);
        Duration forecast = left();
        for (PassSpec pass : one.passes()) {
            var _ = started(pass);
            ticker.advance(Duration.ofSeconds(100));
        }
        course.trialStarted(two);

        assertThat(forecast).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(20));
        assertThat(left()).isEqualTo(Duration.ofSeconds(400));
        assertThat(course.standing().orElseThrow().whole().orElseThrow().share()).isEqualTo(0.5);
    }

    @Test
    void aTrialThatWasNotPlannedStandsOutsideTheWhole() {
        course.trialStarted(trial(3));

        assertThat(course.standing().orElseThrow().whole()).isEmpty();
        assertThat(course.standing().orElseThrow().what())
                .isEqualTo("async, 500x100KiB.zip, 64 at once, under the flight recorder");
    }

    private Duration left() {
        return course.standing().orElseThrow().whole().orElseThrow().left();
    }

    private ProgressSnapshot.Step started(PassSpec pass) {
        course.passStarted(one, pass, () -> progress);
        return course.standing().orElseThrow().step().orElseThrow();
    }

    private static PlannedTrial trial(int block) {
        return new PlannedTrial(
                Specs.trial(ModeName.ASYNC, 64, Specs.nowhere()),
                block,
                1,
                block,
                List.of(COLD, WARMUP, FIRST, SECOND));
    }
}
