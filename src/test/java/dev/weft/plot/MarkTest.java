package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.stats.Estimate;
import dev.weft.stats.Interval;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkTest {
    @Test
    void hasTheIntervalOverJvmsAsItsBar() {
        Interval interval = new Interval(0.3, 0.5);

        Mark mark = Mark.of(new Estimate(0.4, Optional.of(interval)), 3, List.of(0.2, 0.9));

        assertThat(mark.bar()).isEqualTo(interval);
        assertThat(mark.isOverJvms()).isTrue();
    }

    @Test
    void hasItsPassesAsItsBarWhereThereIsOneJvm() {
        Mark mark = Mark.of(new Estimate(0.4, Optional.empty()), 1, List.of(0.4, 0.2, 0.9));

        assertThat(mark.bar()).isEqualTo(new Interval(0.2, 0.9));
        assertThat(mark.isOverJvms()).isFalse();
    }

    @Test
    void showsPassesForThemselvesWhereTheyAreFew() {
        assertThat(ofPasses(20).hasFewPasses()).isTrue();
        assertThat(ofPasses(21).hasFewPasses()).isFalse();
    }

    private static Mark ofPasses(int count) {
        return Mark.of(new Estimate(1, Optional.empty()), 1, Collections.nCopies(count, 1.0));
    }
}
