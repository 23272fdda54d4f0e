package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.record.ItemRow;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FailureBudgetTest {
    private static final Optional<String> STORED = Optional.empty();
    private static final Optional<String> DENIED = Optional.of("AccessDenied");

    @Test
    void itIsSpentWhenTwentyHaveEndedAndMoreThanTheShareFailed() {
        FailureBudget budget = new FailureBudget(0.5, 4);
        for (int item = 0; item < 19; item++) {
            assertThat(budget.isSpentBy(row(DENIED))).isFalse();
        }
        assertThat(budget.isSpentBy(row(DENIED))).isTrue();
        assertThat(budget).hasToString("20 of 20 uploads failed");
    }

    @Test
    void halfIsNotMoreThanHalf() {
        FailureBudget budget = new FailureBudget(0.5, 1);
        for (int item = 0; item < 40; item++) {
            assertThat(budget.isSpentBy(row(item % 2 == 0 ? STORED : DENIED))).isFalse();
        }
        assertThat(budget.isSpentBy(row(DENIED))).isTrue();
    }

    @Test
    void whatGoesOutTogetherIsJudgedTogether() {
        FailureBudget budget = new FailureBudget(0.5, 64);
        for (int item = 0; item < 63; item++) {
            assertThat(budget.isSpentBy(row(DENIED))).isFalse();
        }
        assertThat(budget.isSpentBy(row(DENIED))).isTrue();
    }

    @Test
    void aWholeShareIsNeverSpent() {
        FailureBudget budget = new FailureBudget(1, 1);
        for (int item = 0; item < 100; item++) {
            assertThat(budget.isSpentBy(row(DENIED))).isFalse();
        }
    }

    @Test
    void entriesThatCouldNotBeUnzippedSayNothingOfTheServer() {
        FailureBudget budget = new FailureBudget(0, 1);
        for (int item = 0; item < 100; item++) {
            assertThat(budget.isSpentBy(row(Optional.of("CrcMismatch"), OptionalLong.empty())))
                    .isFalse();
        }
    }

    private static ItemRow row(Optional<String> failure) {
        return row(failure, OptionalLong.of(1));
    }

    private static ItemRow row(Optional<String> failure, OptionalLong started) {
        return new ItemRow(
                "trial",
                1,
                0,
                "a",
                10,
                OptionalLong.of(0),
                0,
                started,
                2,
                1,
                OptionalInt.of(0),
                OptionalLong.empty(),
                failure);
    }
}
