package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.record.PassId;
import dev.weft.record.PassRow;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepresentativePassTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final List<PassRow> rows = new ArrayList<>();

    @Test
    void isTheOneOfMedianWallTime() {
        passes(700, 300, 500);

        assertThat(RepresentativePass.of(rows)).contains(new RepresentativePass(rows.get(2), true));
    }

    @Test
    void isTheLowerOfTheTwoMiddleOnes() {
        passes(700, 300, 500, 400);

        assertThat(RepresentativePass.of(rows)).contains(new RepresentativePass(rows.get(3), true));
    }

    @Test
    void failedOnesDoNotCountWhereAnyEndedWell() {
        rows.add(pass(1).failed().wall(Duration.ofMillis(500)).row());
        rows.add(pass(2).wall(Duration.ofMillis(900)).row());
        rows.add(pass(3).failed().wall(Duration.ofMillis(950)).row());

        assertThat(RepresentativePass.of(rows)).contains(new RepresentativePass(rows.get(1), true));
    }

    @Test
    void isTheNewestWhereNoneEndedWell() {
        rows.add(pass(2).failed().row());
        rows.add(pass(3).failed().row());
        rows.add(pass(1).failed().row());

        assertThat(RepresentativePass.of(rows))
                .contains(new RepresentativePass(rows.get(1), false));
    }

    @Test
    void thereIsNoneOfNoRows() {
        assertThat(RepresentativePass.of(rows)).isEmpty();
    }

    @Test
    void saysWhatItsTimingsAreLookedUpBy() {
        rows.add(Passes.of(ModeName.ASYNC).run("r").trial("b1-2-async-c64", 3).row());

        assertThat(RepresentativePass.of(rows).orElseThrow().id())
                .isEqualTo(new PassId("r", "b1-2-async-c64", 3));
    }

    private void passes(int... millis) {
        for (int wall : millis) {
            rows.add(pass(rows.size() + 1).wall(Duration.ofMillis(wall)).row());
        }
    }

    private static Passes pass(int number) {
        return Passes.of(ModeName.THREADS).trial("t", number).startedAt(NOON.plusSeconds(number));
    }
}
