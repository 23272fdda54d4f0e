package dev.weft.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weft.plan.ConcurrencyLevel;
import dev.weft.plan.ExperimentDesign;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.Planner;
import dev.weft.plan.WarmupPolicy;
import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DiagnosticPlanTest {
    private static final Path SMALL = Path.of("/zips/small.zip");
    private static final Path LARGE = Path.of("/zips/large.zip");
    private static final Path TIMINGS = Path.of("/runs/run/diagnose-timings.csv");
    private static final WarmupPolicy WARMUP = new WarmupPolicy.Fixed(5_000);

    @Test
    void thereIsOneTrialOfEachModeAtItsLargestConcurrencyOverItsLargestArchive() {
        List<PlannedTrial> trials = diagnostic(WARMUP, false);
        assertThat(trials)
                .extracting(
                        trial -> trial.spec().trialId(),
                        trial -> trial.spec().concurrency(),
                        trial -> trial.passes().getFirst().archive(),
                        trial -> trial.spec().timings())
                .containsExactly(
                        tuple("diagnose-sequential", 1, LARGE, TIMINGS),
                        tuple("diagnose-virtual", 64, LARGE, TIMINGS));
    }

    @Test
    void itHasAColdPassAWarmUpAndThreeWarmPassesEachBelowAPrefixOfItsOwn() {
        assertThat(diagnostic(WARMUP, false).getLast().passes())
                .extracting(PassSpec::number, PassSpec::phase, PassSpec::prefix)
                .containsExactly(
                        tuple(1, Phase.COLD, "weft/run/diagnose-virtual/1/"),
                        tuple(0, Phase.WARMUP, "weft/run/diagnose-virtual/warmup/"),
                        tuple(2, Phase.WARM, "weft/run/diagnose-virtual/2/"),
                        tuple(3, Phase.WARM, "weft/run/diagnose-virtual/3/"),
                        tuple(4, Phase.WARM, "weft/run/diagnose-virtual/4/"));
    }

    @Test
    void itIsWarmAlsoWhereOnlyColdPassesAreMeasured() {
        assertThat(diagnostic(WARMUP, true)).isEqualTo(diagnostic(WARMUP, false));
    }

    @Test
    void withoutAWarmUpThereIsNone() {
        assertThat(diagnostic(new WarmupPolicy.Fixed(0), false).getLast().passes())
                .extracting(PassSpec::phase)
                .containsExactly(Phase.COLD, Phase.WARM, Phase.WARM, Phase.WARM);
    }

    private static List<PlannedTrial> diagnostic(WarmupPolicy warmup, boolean coldOnly) {
        ExperimentDesign design =
                new ExperimentDesign(
                        List.of(ModeName.SEQUENTIAL, ModeName.VIRTUAL),
                        List.of(
                                new ConcurrencyLevel(8, List.of(SMALL, LARGE)),
                                new ConcurrencyLevel(64, List.of(SMALL, LARGE))),
                        3,
                        2,
                        warmup,
                        coldOnly,
                        1);
        List<PlannedTrial> measured =
                new Planner(
                                "run",
                                Specs.nowhere(),
                                FairnessContract::standard,
                                Path.of("/runs/run/timings.csv"))
                        .trials(design);
        return new DiagnosticPlan(DiagnosticPlanTest::items, warmup, TIMINGS).trials(measured);
    }

    private static ItemsSummary items(Path archive) {
        int files = archive.equals(LARGE) ? 500 : 100;
        return new ItemsSummary(
                archive.toString(),
                files,
                files * 100L,
                OptionalLong.of(100),
                ItemsSummary.OWN,
                OptionalLong.empty());
    }
}
