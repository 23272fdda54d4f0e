package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MemoryBudgetTest {
    @Test
    void refusesWhatGoesBeyondTheLimit() {
        MemoryBudget budget = new MemoryBudget(10);

        assertThat(budget.tryReserve(8)).isTrue();
        assertThat(budget.tryReserve(3)).isFalse();
        assertThat(budget.tryReserve(2)).isTrue();
        assertThat(budget.tryReserve(0)).isTrue();
        assertThat(budget.reservedBytes()).isEqualTo(10);
    }

    @Test
    void takesAgainWhatWasGivenBack() {
        MemoryBudget budget = new MemoryBudget(10);
        budget.tryReserve(10);
        budget.release(4);

        assertThat(budget.tryReserve(4)).isTrue();
    }

    @Test
    void refusesALengthThatOverflows() {
        MemoryBudget budget = new MemoryBudget(10);
        budget.tryReserve(10);

        assertThat(budget.tryReserve(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void neverGoesBeyondTheLimitFromManyThreads() {
        MemoryBudget budget = new MemoryBudget(1000);
        AtomicInteger granted = new AtomicInteger();

        IntStream.range(0, 5000)
                .parallel()
                .filter(index -> budget.tryReserve(1))
                .forEach(index -> granted.incrementAndGet());

        assertThat(granted).hasValue(1000);
    }
}
