package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FreeSpaceTest {
    private final FreeSpace space = new FreeSpace(100_000);

    @Test
    void growsWhereNothingIsFree() {
        assertThat(space.take(10)).hasValue(0);
        assertThat(space.take(5)).hasValue(10);
        assertThat(space.end()).isEqualTo(15);
    }

    @Test
    void takesTheSmallestPartThatIsLargeEnough() {
        long large = take(100);
        take(1);
        long small = take(10);
        take(1);
        space.give(large, 100);
        space.give(small, 10);

        assertThat(take(8)).isEqualTo(small);
        assertThat(take(2)).isEqualTo(small + 8);
        assertThat(take(11)).isEqualTo(large);
    }

    @Test
    void joinsFreeNeighbours() {
        long first = take(10);
        long second = take(10);
        long third = take(10);
        take(1);
        space.give(first, 10);
        space.give(third, 10);
        space.give(second, 10);

        assertThat(take(30)).isEqualTo(first);
    }

    @Test
    void shrinksWhenTheEndIsGivenBack() {
        long first = take(10);
        long second = take(10);
        space.give(first, 10);
        space.give(second, 10);

        assertThat(space.end()).isZero();
        assertThat(take(3)).isZero();
    }

    @Test
    void neverHandsOutTheSameByteTwice() {
        Random random = new Random(1);
        List<long[]> taken = new ArrayList<>();
        boolean[] used = new boolean[100_000];
        for (int step = 0; step < 20_000; step++) {
            if (taken.size() < 50 || (taken.size() < 400 && random.nextBoolean())) {
                int length = 1 + random.nextInt(100);
                long offset = take(length);
                for (long at = offset; at < offset + length; at++) {
                    assertThat(used[(int) at]).isFalse();
                    used[(int) at] = true;
                }
                taken.add(new long[] {offset, length});
            } else {
                long[] part = taken.remove(random.nextInt(taken.size()));
                space.give(part[0], part[1]);
                for (long at = part[0]; at < part[0] + part[1]; at++) {
                    used[(int) at] = false;
                }
            }
        }
        assertThat(space.end()).isLessThan(60_000);
    }

    @Test
    void refusesWhatDoesNotFitAndTakesItOnceItDoes() {
        long half = take(50_000);
        take(49_000);

        assertThat(space.take(1_001)).isEmpty();
        space.give(half, 50_000);
        assertThat(space.take(1_001)).hasValue(half);
        assertThat(space.take(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void takesAndGivesNothing() {
        long first = take(10);
        long none = take(0);
        space.give(none, 0);

        assertThat(space.taken()).isEqualTo(10);
        space.give(first, 10);
        assertThat(space.taken()).isZero();
    }

    private long take(long length) {
        return space.take(length).orElseThrow();
    }
}
