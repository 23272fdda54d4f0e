package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.stats.Comparison;
import dev.weft.stats.Verdict;
import org.junit.jupiter.api.Test;

class VerdictTextTest {
    @Test
    void namesTheFasterOneFirstWhicheverItIs() {
        assertThat(text(Evidences.firstFaster()))
                .isEqualTo("async is 1.25x as fast as threads (1.18 to 1.33; 8 blocks)");
        assertThat(text(Evidences.secondFaster()))
                .isEqualTo("threads is 1.25x as fast as async (1.20 to 1.30; 8 blocks)");
    }

    @Test
    void saysWhereADifferenceIsTooSmallToMatter() {
        assertThat(text(Evidences.barelyFaster()))
                .isEqualTo(
                        "async is 1.02x as fast as threads (1.01 to 1.03; 8 blocks), which is too little to matter");
    }

    @Test
    void saysThatTwoAreEqualAndHowFar() {
        assertThat(text(Evidences.equal()))
                .isEqualTo(
                        "async and threads are equal within 5% (0.970 to 1.03 times as long; 8 blocks)");
    }

    @Test
    void saysWhatCouldHaveBeenShownWhereNothingWas() {
        assertThat(text(Evidences.unclear()))
                .isEqualTo(
                        "async against threads: cannot tell (0.800 to 1.10 times as long; 8 blocks could have shown a difference of 12%)");
    }

    @Test
    void saysHowManyBlocksAreNeeded() {
        assertThat(text(new Verdict.TooFewBlocks(1)))
                .isEqualTo(
                        "async against threads: cannot tell from 1 block; at least 2 are needed, and 8 are good");
        assertThat(text(new Verdict.TooFewBlocks(0))).contains("cannot tell from 0 blocks;");
    }

    private static String text(Verdict verdict) {
        return VerdictText.of(new Comparison<>("async", "threads", verdict));
    }
}
