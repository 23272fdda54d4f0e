package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testing.FakeTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {
    private final FakeTicker ticker = new FakeTicker(Duration.ZERO);

    @Test
    void theFirstBlockIsAlwaysBegun() {
        TimeBudget budget = new TimeBudget(Duration.ofSeconds(1), ticker);
        ticker.advance(Duration.ofSeconds(5));
        assertThat(budget.hasTimeForABlock()).isTrue();
    }

    @Test
    void aBlockBeginsWhereTheLongestSoFarWouldStillFit() {
        TimeBudget budget = new TimeBudget(Duration.ofSeconds(30), ticker);
        assertThat(budget.hasTimeForABlock()).isTrue();
        ticker.advance(Duration.ofSeconds(10));
        assertThat(budget.hasTimeForABlock()).isTrue();
        ticker.advance(Duration.ofSeconds(8));
        assertThat(budget.hasTimeForABlock()).as("18 s gone, 10 s wanted, 30 s").isTrue();
        ticker.advance(Duration.ofSeconds(4));
        assertThat(budget.hasTimeForABlock()).as("22 s gone, 10 s wanted, 30 s").isFalse();
    }

    @Test
    void withoutALimitThereIsAlwaysTime() {
        TimeBudget budget = TimeBudget.unlimited();
        for (int block = 0; block < 10; block++) {
            assertThat(budget.hasTimeForABlock()).isTrue();
        }
    }
}
