package dev.weft.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.stats.LogRatio.Measured;
import dev.weft.stats.Verdict.CannotTell;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Verdicts are those of scipy and statsmodels: paired and Welch's t, Holm, two one-sided tests,
/// power.
class JudgeOracleTest {
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-7);

    static List<JsonNode> families() {
        return Oracle.cases("families");
    }

    static List<JsonNode> welch() {
        return Oracle.cases("welch");
    }

    @ParameterizedTest
    @MethodSource("families")
    void agreesOnPairedFamilies(JsonNode family) {
        List<Comparison<String>> comparisons =
                Comparison.ofEveryPair(Oracle.times(family), VerdictFamily.usual());

        List<JsonNode> pairs = family.required("pairs").valueStream().toList();
        assertThat(comparisons).hasSameSizeAs(pairs);
        for (int i = 0; i < pairs.size(); i++) {
            agrees(comparisons.get(i), pairs.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("welch")
    void agreesOnIndependentSamples(JsonNode expected) {
        LogRatio contrast =
                LogRatio.independent(
                        Oracle.numbers(expected, "first"), Oracle.numbers(expected, "second"));
        Verdict verdict = VerdictFamily.usual().judge(contrast);

        assertThat(contrast).isInstanceOf(Measured.class);
        assertThat(((Measured) contrast).degreesOfFreedom())
                .isCloseTo(Oracle.number(expected, "degreesOfFreedom"), ROUNDING);
        VerdictEvidence evidence = verdict.basis().orElseThrow();
        assertThat(evidence.adjustedP()).isCloseTo(Oracle.number(expected, "p"), ROUNDING);
        agrees(verdict, evidence, expected);
    }

    @Test
    void theFixtureHasEveryVerdict() {
        assertThat(Oracle.pairs().map(pair -> pair.required("verdict").stringValue()))
                .contains("different", "equal", "cannot tell");
    }

    private static void agrees(Comparison<String> comparison, JsonNode expected) {
        assertThat(comparison.first()).isEqualTo(expected.required("first").stringValue());
        assertThat(comparison.second()).isEqualTo(expected.required("second").stringValue());
        VerdictEvidence evidence = comparison.verdict().basis().orElseThrow();
        assertThat(evidence.blocks()).isEqualTo(expected.required("blocks").intValue());
        assertThat(evidence.confidence())
                .isCloseTo(Oracle.number(expected, "confidence"), ROUNDING);
        assertThat(evidence.adjustedP()).isCloseTo(Oracle.number(expected, "adjustedP"), ROUNDING);
        assertThat(evidence.smallestDifference())
                .isCloseTo(
                        Oracle.number(expected, "smallestDifference"),
                        Percentage.withPercentage(1e-3));
        agrees(comparison.verdict(), evidence, expected);
    }

    private static void agrees(Verdict verdict, VerdictEvidence evidence, JsonNode expected) {
        assertThat(word(verdict)).isEqualTo(expected.required("verdict").stringValue());
        assertThat(evidence.ratio()).isCloseTo(Oracle.number(expected, "ratio"), ROUNDING);
        assertThat(evidence.interval().low()).isCloseTo(Oracle.number(expected, "low"), ROUNDING);
        assertThat(evidence.interval().high()).isCloseTo(Oracle.number(expected, "high"), ROUNDING);
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Different _ -> "different";
            case Equal _ -> "equal";
            case CannotTell _ -> "cannot tell";
        };
    }
}
