package dev.weft.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InterleavingTest {
    private static final int BLOCKS = 40;

    @Test
    void eachBlockHasTheTrialsOfBothSides() {
        List<PlannedTrial> trials = Interleaving.of(List.of(side("old", 3), side("new", 3)), 1);

        assertThat(trials).extracting(PlannedTrial::block).isSorted().hasSize(3 * 2 * 2);
        for (int block = 1; block <= 3; block++) {
            assertThat(block(trials, block))
                    .extracting(trial -> sideOf(trial) + " " + trial.spec().mode().label())
                    .containsExactlyInAnyOrder(
                            "old threads", "old async", "new threads", "new async");
            assertThat(block(trials, block))
                    .extracting(PlannedTrial::order)
                    .containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void changesNothingOfATrialButItsPlace() {
        List<PlannedTrial> old = side("old", 2);
        List<PlannedTrial> trials = Interleaving.of(List.of(old, side("new", 2)), 1);

        assertThat(trials)
                .extracting(PlannedTrial::spec, PlannedTrial::passes, PlannedTrial::repetition)
                .containsAll(
                        old.stream()
                                .map(
                                        trial ->
                                                tuple(
                                                        trial.spec(),
                                                        trial.passes(),
                                                        trial.repetition()))
                                .toList());
        assertThat(trials).extracting(trial -> trial.spec().trialId()).doesNotHaveDuplicates();
    }

    /// Of 40 fair draws fewer than 8 or more than 32 come up once in 10,000 seeds.
    @Test
    void noSideAlwaysGoesFirst() {
        Map<String, Long> firsts =
                Interleaving.of(List.of(side("old", BLOCKS), side("new", BLOCKS)), 1).stream()
                        .filter(trial -> trial.order() == 1)
                        .collect(
                                Collectors.groupingBy(
                                        InterleavingTest::sideOf, Collectors.counting()));

        assertThat(firsts.get("old")).isBetween(8L, 32L);
        assertThat(firsts.get("new")).isBetween(8L, 32L);
    }

    @Test
    void theSameSeedGivesTheSameOrderAndAnotherOneAnother() {
        List<List<PlannedTrial>> sides = List.of(side("old", 8), side("new", 8));

        assertThat(Interleaving.of(sides, 1)).isEqualTo(Interleaving.of(sides, 1));
        assertThat(Interleaving.of(sides, 1)).isNotEqualTo(Interleaving.of(sides, 2));
    }

    @Test
    void oneSideStaysAsItIs() {
        assertThat(Interleaving.of(List.of(side("old", 2)), 7)).isEqualTo(side("old", 2));
    }

    @Test
    void aSideWithFewerBlocksIsMissingInTheLast() {
        List<PlannedTrial> trials = Interleaving.of(List.of(side("old", 1), side("new", 2)), 1);

        assertThat(block(trials, 1)).hasSize(4);
        assertThat(block(trials, 2)).hasSize(2).allMatch(trial -> sideOf(trial).equals("new"));
    }

    private static List<PlannedTrial> side(String name, int blocks) {
        return new Planner(
                        "r1",
                        Optional.of(name),
                        Specs.nowhere(),
                        FairnessContract::standard,
                        Path.of("/t.csv"))
                .trials(
                        new ExperimentDesign(
                                List.of(ModeName.THREADS, ModeName.ASYNC),
                                List.of(new ConcurrencyLevel(8, List.of(Path.of("/a.zip")))),
                                blocks,
                                1,
                                new WarmupPolicy.Fixed(0),
                                false,
                                1));
    }

    private static List<PlannedTrial> block(List<PlannedTrial> trials, int number) {
        return trials.stream().filter(trial -> trial.block() == number).toList();
    }

    private static String sideOf(PlannedTrial trial) {
        return trial.spec().side().orElseThrow();
    }
}
