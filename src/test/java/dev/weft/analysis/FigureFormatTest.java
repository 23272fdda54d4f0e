package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.stats.Interval;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0        | 0.00
                    0.00004  | 0.0000
                    0.0412   | 0.0412
                    0.5      | 0.500
                    0.9996   | 1.00
                    1        | 1.00
                    9.996    | 10.0
                    99.96    | 100
                    1434.9   | 1,430
                    -0.25    | -0.250
                    """)
    void threeDigitsCount(double value, String text) {
        assertThat(FigureFormat.digits(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0.8044 | 0.804
                    9.99   | 9.99
                    10     | 10
                    20312  | 20,312
                    """)
    void aRateIsWholeUnlessThatWouldHideMostOfIt(double rate, String text) {
        assertThat(FigureFormat.rate(rate)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PT0.02S      | 20
                    PT0.0205S    | 20.5
                    PT1.5S       | 1,500
                    """)
    void millisecondsAreWholeWhereTheyAre(Duration time, String text) {
        assertThat(FigureFormat.millis(time)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PT0.1S   | 1 s
                    PT59.4S  | 59 s
                    PT59.6S  | 1 min 0 s
                    PT160S   | 2 min 40 s
                    PT3659S  | 1 h 0 min
                    """)
    void aTimeThatNobodyNeedsExactlyIsRough(Duration time, String text) {
        assertThat(FigureFormat.rough(time)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1.12 | 12%
                    1.99 | 99%
                    2    | 2.00x
                    9.99 | 9.99x
                    10   | more than 10x
                    """)
    void aDifferenceIsToldAsFarAsAnybodyWantsToKnowIt(double ratio, String text) {
        assertThat(FigureFormat.difference(ratio)).isEqualTo(text);
    }

    @Test
    void aRangeThatSaysNothingIsSaidToBeTooWide() {
        assertThat(FigureFormat.range(new Interval(0.331, 0.358))).isEqualTo("0.331 to 0.358");
        assertThat(FigureFormat.range(new Interval(0.004, 0.4))).isEqualTo("0.0040 to 0.400");
        assertThat(FigureFormat.range(new Interval(0.0019, 32_600_000))).isEqualTo("too wide");
        assertThat(FigureFormat.range(new Interval(0, 1))).isEqualTo("too wide");
    }

    @Test
    void endsOfARangeOfRatiosAreCutWhereNobodyWantsToKnowThem() {
        assertThat(FigureFormat.ratios(new Interval(0.93, 1.12))).isEqualTo("0.930 to 1.12");
        assertThat(FigureFormat.ratios(new Interval(0, Double.POSITIVE_INFINITY)))
                .isEqualTo("under 0.01 to over 100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "0.05 | 0.05",
                "0.000012 | 0.000012",
                "0.30000000000000004 | 0.3",
                "12 | 12",
                "1000000 | 1,000,000"
            })
    void showsNoMoreDigitsThanItTakes(double value, String text) {
        assertThat(FigureFormat.plain(value)).isEqualTo(text);
    }

    @Test
    void deviationsHaveOneDecimalAndCountsAreWhole() {
        assertThat(FigureFormat.deviation(0.00612)).isEqualTo("0.6%");
        assertThat(FigureFormat.deviation(0)).isEqualTo("0.0%");
        assertThat(FigureFormat.count(1_430)).isEqualTo("1,430");
        assertThat(FigureFormat.count(Double.POSITIVE_INFINITY)).isEqualTo("no limit");
    }
}
