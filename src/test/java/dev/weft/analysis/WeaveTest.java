package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.analysis.Weave.Strand;
import dev.weft.record.ItemRow;
import dev.weft.testing.MadeUpTimings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeaveTest {
    @Test
    void noStrandCoversAnotherOfItsLane() {
        for (int seed = 0; seed < 200; seed++) {
            List<Strand> strands = Weave.of(pass(seed)).strands();
            for (int i = 0; i < strands.size(); i++) {
                for (int before = 0; before < i; before++) {
                    if (strands.get(before).lane() == strands.get(i).lane()) {
                        assertThat(strands.get(before).item().endedNanos())
                                .as("seed %d, items %d and %d", seed, before, i)
                                .isLessThanOrEqualTo(strands.get(i).item().handedOutNanos());
                    }
                }
            }
        }
    }

    @Test
    void thereAreAsManyLanesAsItemsWereOpenAtOnce() {
        for (int seed = 0; seed < 200; seed++) {
            List<ItemRow> pass = pass(seed);
            Weave weave = Weave.of(pass);

            assertThat(weave.lanes()).as("seed %d", seed).isEqualTo(mostOpen(pass));
            assertThat(weave.lanes()).isLessThanOrEqualTo(concurrency(seed));
            assertThat(weave.strands())
                    .allSatisfy(strand -> assertThat(strand.lane()).isLessThan(weave.lanes()));
        }
    }

    @Test
    void everyItemHasAStrandInTheOrderOfHandOut() {
        for (int seed = 0; seed < 20; seed++) {
            List<ItemRow> pass = pass(seed);
            List<ItemRow> shuffled = new ArrayList<>(pass);
            Collections.shuffle(shuffled, new Random(seed));

            Weave weave = Weave.of(shuffled);

            assertThat(weave.strands()).extracting(Strand::item).containsExactlyElementsOf(pass);
            assertThat(weave.endNanos())
                    .isEqualTo(pass.stream().mapToLong(ItemRow::endedNanos).max().orElseThrow());
        }
    }

    @Test
    void oneAtATimeNeedsOneLane() {
        assertThat(Weave.of(MadeUpTimings.of("t", 1, 60, 1, 5)).lanes()).isEqualTo(1);
    }

    @Test
    void anItemThatFailedBeforeAnyRequestHasAStrandToo() {
        List<ItemRow> pass = MadeUpTimings.of("t", 1, 300, 4, 7);
        List<ItemRow> unsent = pass.stream().filter(item -> item.startedNanos().isEmpty()).toList();

        assertThat(unsent).isNotEmpty();
        assertThat(Weave.of(pass).strands()).extracting(Strand::item).containsAll(unsent);
    }

    @Test
    void nothingIsAWeaveWithoutLanes() {
        assertThat(Weave.of(List.of())).isEqualTo(new Weave(List.of(), 0, 0));
    }

    private static int concurrency(int seed) {
        return 1 + seed % 17;
    }

    private static List<ItemRow> pass(int seed) {
        return MadeUpTimings.of("t", 1, 10 + seed % 70, concurrency(seed), seed);
    }

    /// At each hand-out: the item itself, and those handed out before it that had not ended.
    private static int mostOpen(List<ItemRow> pass) {
        int most = 0;
        for (int i = 0; i < pass.size(); i++) {
            long now = pass.get(i).handedOutNanos();
            long open = pass.subList(0, i).stream().filter(one -> one.endedNanos() > now).count();
            most = Math.max(most, (int) open + 1);
        }
        return most;
    }
}
