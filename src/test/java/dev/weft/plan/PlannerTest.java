package dev.weft.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Path SMALL = Path.of("/zips/small.zip");
    private static final Path MIDDLE = Path.of("/zips/middle.zip");
    private static final Path LARGE = Path.of("/zips/large.zip");
    private static final List<ModeName> ALL = List.of(ModeName.values());
    private static final List<ModeName> CONCURRENT =
            List.of(ModeName.THREADS, ModeName.ASYNC, ModeName.VIRTUAL);

    private final Planner planner =
            new Planner("r1", Specs.nowhere(), FairnessContract::standard, Path.of("/t.csv"));

    private List<ModeName> modes = ALL;
    private List<Integer> concurrencies = List.of(64);
    private List<Path> archives = List.of(LARGE);
    private int repetitions = 3;
    private int passes = 2;
    private int warmup = 5_000;
    private boolean coldOnly;
    private long seed = 1;

    @Test
    void everyModeRunsOnceInEveryBlock() {
        modes = CONCURRENT;
        repetitions = 4;
        for (int block = 1; block <= 4; block++) {
            assertThat(block(block))
                    .extracting(trial -> trial.spec().mode())
                    .containsExactlyInAnyOrderElementsOf(CONCURRENT);
            assertThat(block(block)).extracting(PlannedTrial::order).containsExactly(1, 2, 3);
            assertThat(block(block)).extracting(PlannedTrial::repetition).containsOnly(block);
        }
        assertThat(trials()).extracting(PlannedTrial::block).isSorted().hasSize(12);
    }

    @Test
    void theBlockOfATrialIsReadFromThePrefixesOfItsPasses() {
        Planner ofSide =
                new Planner(
                        "r1",
                        Optional.of("b9-after"),
                        Specs.nowhere(),
                        FairnessContract::standard,
                        Path.of("/t.csv"));
        repetitions = 12;
        for (Planner of : List.of(planner, ofSide)) {
            assertThat(of.trials(design()))
                    .isNotEmpty()
                    .allSatisfy(
                            trial ->
                                    assertThat(trial.passes())
                                            .extracting(pass -> KeyPrefixes.block(pass.prefix()))
                                            .containsOnly(trial.block()));
        }
    }

    @Test
    void theSequentialModeTakesPartInAThirdOfTheBlocksAndAtLeastInOne() {
        assertThat(blocksOf(ModeName.SEQUENTIAL)).containsExactly(1);
        repetitions = 1;
        assertThat(blocksOf(ModeName.SEQUENTIAL)).containsExactly(1);
        repetitions = 9;
        assertThat(blocksOf(ModeName.SEQUENTIAL)).containsExactly(1, 2, 3);
        assertThat(blocksOf(ModeName.ASYNC)).hasSize(9);
    }

    @Test
    void theSequentialModeRunsAtTheFirstConcurrencyOnlyWithItsPool() {
        concurrencies = List.of(16, 64);
        List<PlannedTrial> sequential =
                trials().stream()
                        .filter(trial -> trial.spec().mode() == ModeName.SEQUENTIAL)
                        .toList();
        assertThat(sequential).hasSize(1);
        assertThat(sequential.getFirst().spec().concurrency()).isEqualTo(1);
        assertThat(sequential.getFirst().spec().contract().poolSize()).isEqualTo(16);
    }

    @Test
    void theOtherModesRunAtEveryConcurrencyWithAPoolOfThatSize() {
        modes = List.of(ModeName.VIRTUAL);
        concurrencies = List.of(16, 64);
        repetitions = 1;
        assertThat(trials())
                .extracting(trial -> trial.spec().concurrency())
                .containsExactlyInAnyOrder(16, 64);
        assertThat(trials())
                .allMatch(
                        trial -> trial.spec().contract().poolSize() == trial.spec().concurrency());
    }

    @Test
    void theSameSeedGivesTheSameOrderAndAnotherOneAnother() {
        repetitions = 12;
        List<PlannedTrial> first = trials();
        assertThat(trials()).isEqualTo(first);
        seed = 2;
        assertThat(trials()).isNotEqualTo(first);
    }

    @Test
    void overTheBlocksEveryModeStandsInEveryPlaceAboutAsOften() {
        repetitions = 3_000;
        for (long tried : new long[] {0, 1, 2, 42, -1}) {
            seed = tried;
            Map<String, Integer> counts = new HashMap<>();
            trials().stream()
                    .filter(trial -> trial.block() <= 1_000)
                    .forEach(
                            trial ->
                                    counts.merge(
                                            trial.spec().mode().label() + trial.order(),
                                            1,
                                            Integer::sum));
            // 250 expected; five standard deviations are 68.
            assertThat(counts).hasSize(16);
            assertThat(counts.values()).allMatch(count -> count > 182 && count < 318);
        }
    }

    @Test
    void aTrialIsColdThenWarmsUpOnTheLargestArchiveThenGoesOverAllOfThem() {
        modes = List.of(ModeName.VIRTUAL);
        archives = List.of(SMALL, LARGE);
        repetitions = 1;
        List<PassSpec> made = trials().getFirst().passes();
        assertThat(made)
                .extracting(PassSpec::phase)
                .containsExactly(
                        Phase.COLD, Phase.WARMUP, Phase.WARM, Phase.WARM, Phase.WARM, Phase.WARM);
        assertThat(made)
                .extracting(PassSpec::archive)
                .containsExactly(LARGE, LARGE, SMALL, LARGE, SMALL, LARGE);
        assertThat(made).extracting(PassSpec::number).containsExactly(1, 0, 2, 3, 4, 5);
        assertThat(made.get(1).warmup()).contains(new WarmupPolicy.Fixed(5_000));
    }

    @Test
    void theSequentialModeMakesOneWarmPassOfEachArchive() {
        modes = List.of(ModeName.SEQUENTIAL);
        archives = List.of(SMALL, LARGE);
        passes = 5;
        assertThat(trials().getFirst().passes())
                .extracting(PassSpec::phase)
                .containsExactly(Phase.COLD, Phase.WARMUP, Phase.WARM, Phase.WARM);
    }

    @Test
    void aWarmUpOfNoUploadsIsNoPass() {
        warmup = 0;
        assertThat(trials())
                .flatExtracting(PlannedTrial::passes)
                .extracting(PassSpec::phase)
                .doesNotContain(Phase.WARMUP);
    }

    @Test
    void overTheBlocksEachArchiveIsTheColdOneInTurn() {
        modes = List.of(ModeName.ASYNC);
        archives = List.of(SMALL, MIDDLE, LARGE);
        repetitions = 4;
        assertThat(trials())
                .extracting(trial -> trial.passes().getFirst().archive())
                .containsExactly(LARGE, MIDDLE, SMALL, LARGE);
    }

    @Test
    void coldOnlyEachArchiveHasATrialOfItsOwn() {
        modes = List.of(ModeName.ASYNC);
        archives = List.of(SMALL, LARGE);
        coldOnly = true;
        repetitions = 2;
        for (int block = 1; block <= 2; block++) {
            assertThat(block(block))
                    .extracting(trial -> trial.passes().getFirst().archive())
                    .containsExactlyInAnyOrder(SMALL, LARGE);
        }
        assertThat(trials()).allMatch(trial -> trial.passes().size() == 1);
    }

    @Test
    void noTwoPassesShareAPrefix() {
        archives = List.of(SMALL, LARGE);
        concurrencies = List.of(16, 64);
        List<String> prefixes =
                trials().stream()
                        .flatMap(trial -> trial.passes().stream())
                        .map(PassSpec::prefix)
                        .toList();
        assertThat(prefixes)
                .doesNotHaveDuplicates()
                .allMatch(prefix -> prefix.startsWith("weft/r1/b") && prefix.endsWith("/"));
        coldOnly = true;
        assertThat(trials())
                .extracting(trial -> trial.spec().trialId())
                .doesNotHaveDuplicates()
                .hasSize(2 + 3 * 3 * 2 * 2);
    }

    private List<PlannedTrial> block(int block) {
        return trials().stream().filter(trial -> trial.block() == block).toList();
    }

    private List<Integer> blocksOf(ModeName mode) {
        return trials().stream()
                .filter(trial -> trial.spec().mode() == mode)
                .map(PlannedTrial::block)
                .toList();
    }

    private List<PlannedTrial> trials() {
        return planner.trials(design());
    }

    private ExperimentDesign design() {
        return new ExperimentDesign(
                modes,
                concurrencies.stream()
                        .map(concurrency -> new ConcurrencyLevel(concurrency, archives))
                        .toList(),
                repetitions,
                passes,
                new WarmupPolicy.Fixed(warmup),
                coldOnly,
                seed);
    }
}
