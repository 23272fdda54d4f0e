package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.stats.LogRatio.Measured;
import dev.weft.stats.Verdict.CannotTell;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Verdict, interval and adjusted p of a pair never contradict each other, whatever the family.
class ConsistencyTest {
    private static final double LEVEL = 0.05;
    private static final VerdictFamily JUDGE =
            new VerdictFamily(LEVEL, EqualityMargin.FIVE_PERCENT);

    private enum Word {
        DIFFERENT,
        EQUAL,
        CANNOT_TELL
    }

    @Test
    void intervalVerdictAndAdjustedPAgreeInAnyFamily() {
        SplittableRandom random = new SplittableRandom(11);
        Map<Word, Integer> seen = new EnumMap<>(Word.class);
        for (int i = 0; i < 2_000; i++) {
            List<LogRatio> family = family(random);
            List<Verdict> verdicts = JUDGE.judge(family);
            double[] adjusted =
                    Holm.adjusted(family.stream().mapToDouble(ConsistencyTest::p).toArray());
            for (int place = 0; place < adjusted.length; place++) {
                seen.merge(check(verdicts.get(place), adjusted[place]), 1, Integer::sum);
            }
        }
        assertThat(seen).hasSize(3).allSatisfy((_, count) -> assertThat(count).isGreaterThan(500));
    }

    private static Word check(Verdict verdict, double adjustedP) {
        VerdictEvidence evidence = verdict.basis().orElseThrow();
        boolean excludesOne = evidence.interval().low() > 1 || evidence.interval().high() < 1;
        assertThat(evidence.adjustedP()).isEqualTo(adjustedP);
        assertThat(adjustedP <= LEVEL).isEqualTo(excludesOne);
        Word word = word(verdict);
        assertThat(word == Word.DIFFERENT).isEqualTo(excludesOne);
        assertThat(word == Word.EQUAL)
                .isEqualTo(
                        !excludesOne
                                && evidence.interval().low() >= 1 / 1.05
                                && evidence.interval().high() <= 1.05);
        return word;
    }

    private static Word word(Verdict verdict) {
        return switch (verdict) {
            case Different _ -> Word.DIFFERENT;
            case Equal _ -> Word.EQUAL;
            case CannotTell _ -> Word.CANNOT_TELL;
        };
    }

    /// One to six pairs with effects from none to large, and noise from little to much.
    private static List<LogRatio> family(SplittableRandom random) {
        return IntStream.rangeClosed(0, random.nextInt(6))
                .<LogRatio>mapToObj(
                        _ -> {
                            int blocks = random.nextInt(2, 20);
                            double error = Math.exp(random.nextDouble(-7, -1));
                            double effect = random.nextGaussian(0, 3) * error;
                            return new Measured(effect, error, blocks - 1, blocks);
                        })
                .toList();
    }

    private static double p(LogRatio contrast) {
        return ((Measured) contrast).p();
    }
}
