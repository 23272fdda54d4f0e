package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import dev.weft.stats.Verdict.Side;
import dev.weft.stats.Verdict.TooFewBlocks;
import dev.weft.stats.Verdict.Unclear;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictFamilyTest {
    private static final VerdictFamily JUDGE = VerdictFamily.usual();

    @Test
    void equalTimesAreEqualWithoutAnyDoubt() {
        Map<Integer, Double> times = Map.of(1, 900.0, 2, 1100.0, 3, 1000.0);

        Verdict verdict = JUDGE.judge(LogRatio.paired(times, times));

        assertThat(verdict)
                .isEqualTo(
                        new Equal(
                                new VerdictEvidence(
                                        1,
                                        new Interval(1, 1),
                                        0.95,
                                        1,
                                        3,
                                        1,
                                        EqualityMargin.FIVE_PERCENT)));
    }

    @Test
    void aConstantDifferenceWithoutSpreadIsADifference() {
        Verdict verdict =
                JUDGE.judge(
                        LogRatio.paired(
                                Map.of(1, 50.0, 2, 200.0, 3, 400.0),
                                Map.of(1, 100.0, 2, 400.0, 3, 800.0)));

        assertThat(verdict).isInstanceOf(Different.class);
        Different different = (Different) verdict;
        assertThat(different.faster()).isEqualTo(Side.FIRST);
        assertThat(different.factor()).isCloseTo(2, within(1e-12));
        assertThat(different.isWithinMargin()).isFalse();
        assertThat(different.evidence().adjustedP()).isZero();
        assertThat(different.evidence().smallestDifference()).isEqualTo(1);
    }

    @Test
    void theSecondIsFasterWhereItsTimesAreShorter() {
        Verdict verdict =
                JUDGE.judge(LogRatio.paired(Map.of(1, 20.0, 2, 21.0), Map.of(1, 1.0, 2, 1.1)));

        assertThat(verdict).isInstanceOf(Different.class);
        assertThat(((Different) verdict).faster()).isEqualTo(Side.SECOND);
        assertThat(((Different) verdict).factor()).isCloseTo(19.5, within(0.1));
    }

    @Test
    void aDifferenceComesBeforeEqualityAndSaysThatItIsSmall() {
        Verdict verdict =
                JUDGE.judge(
                        LogRatio.paired(
                                Map.of(1, 101.0, 2, 101.01, 3, 100.99),
                                Map.of(1, 100.0, 2, 100.0, 3, 100.0)));

        assertThat(verdict).isInstanceOf(Different.class);
        assertThat(((Different) verdict).isWithinMargin()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void fewerThanTwoCommonBlocksTellNothing(int common) {
        Map<Integer, Double> first = Map.of(1, 10.0, 2, 10.0, 3, 10.0);
        Map<Integer, Double> second = Map.of(4 - common, 20.0, 5, 20.0, 6, 20.0);

        Verdict verdict = JUDGE.judge(LogRatio.paired(first, second));

        assertThat(verdict).isEqualTo(new TooFewBlocks(common));
        assertThat(verdict.basis()).isEmpty();
    }

    @Test
    void independentSamplesNeedTwoValuesEach() {
        assertThat(JUDGE.judge(LogRatio.independent(new double[] {1, 2, 3}, new double[] {1})))
                .isEqualTo(new TooFewBlocks(1));
    }

    @Test
    void independentSamplesWithoutSpreadAreDecided() {
        double[] tens = {10, 10, 10};

        assertThat(JUDGE.judge(LogRatio.independent(tens, tens))).isInstanceOf(Equal.class);
        assertThat(JUDGE.judge(LogRatio.independent(tens, new double[] {11, 11})))
                .isInstanceOf(Different.class);
    }

    @Test
    void comparesEveryPairInTheOrderOfTheMapByBlock() {
        Map<String, Map<Integer, Double>> times = new LinkedHashMap<>();
        times.put("threads", Map.of(1, 100.0, 2, 200.0, 3, 400.0, 4, 7.0));
        times.put("async", Map.of(3, 200.0, 2, 100.0, 1, 50.0, 9, 7.0));
        times.put("virtual", Map.of(1, 60.0));

        List<Comparison<String>> comparisons = Comparison.ofEveryPair(times, JUDGE);

        assertThat(comparisons)
                .extracting(comparison -> comparison.first() + " " + comparison.second())
                .containsExactly("threads async", "threads virtual", "async virtual");
        assertThat(comparisons.get(0).verdict().basis().orElseThrow().blocks()).isEqualTo(3);
        assertThat(comparisons.subList(1, 3))
                .extracting(Comparison::verdict)
                .containsExactly(new TooFewBlocks(1), new TooFewBlocks(1));
    }

    @Test
    void pairsWithTooFewBlocksDoNotMakeTheOthersHarder() {
        LogRatio some = LogRatio.paired(Map.of(1, 10.0, 2, 11.0), Map.of(1, 10.5, 2, 10.4));
        LogRatio none = LogRatio.paired(Map.of(), Map.of());

        assertThat(JUDGE.judge(List.of(none, some, none)))
                .containsExactly(new TooFewBlocks(0), JUDGE.judge(some), new TooFewBlocks(0));
    }

    @Test
    void aFamilyOfNothingHasNoVerdicts() {
        assertThat(JUDGE.judge(List.of())).isEmpty();
        assertThat(Comparison.ofEveryPair(Map.of("alone", Map.of(1, 1.0)), JUDGE)).isEmpty();
    }

    @Test
    void aWiderMarginMakesMoreOfThemEqual() {
        LogRatio contrast =
                LogRatio.paired(
                        Map.of(1, 100.0, 2, 104.0, 3, 97.0), Map.of(1, 101.0, 2, 100.0, 3, 100.0));

        assertThat(JUDGE.judge(contrast)).isInstanceOf(Unclear.class);
        assertThat(new VerdictFamily(0.05, new EqualityMargin(1.5)).judge(contrast))
                .isInstanceOf(Equal.class);
    }

    @Test
    void refusesTimesWithoutALogarithm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogRatio.paired(Map.of(1, 0.0), Map.of(1, 1.0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogRatio.independent(new double[] {1, 2}, new double[] {-1, 2}));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, Double.NaN})
    void refusesALevelThatIsNone(double level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VerdictFamily(level, EqualityMargin.FIVE_PERCENT));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.95, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAMarginThatIsNone(double factor) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EqualityMargin(factor));
    }

    @Test
    void theMarginIsTheSameInBothDirections() {
        assertThat(EqualityMargin.FIVE_PERCENT.interval()).isEqualTo(new Interval(1 / 1.05, 1.05));
    }

    @Test
    void noVerdictContradictsItsEvidence() {
        VerdictEvidence different =
                new VerdictEvidence(
                        2, new Interval(1.5, 3), 0.95, 0.01, 8, 1.2, EqualityMargin.FIVE_PERCENT);
        VerdictEvidence unclear =
                new VerdictEvidence(
                        1, new Interval(0.5, 2), 0.95, 1, 8, 1.2, EqualityMargin.FIVE_PERCENT);

        assertThatIllegalArgumentException().isThrownBy(() -> new Equal(different));
        assertThatIllegalArgumentException().isThrownBy(() -> new Equal(unclear));
        assertThatIllegalArgumentException().isThrownBy(() -> new Different(unclear));
    }
}
