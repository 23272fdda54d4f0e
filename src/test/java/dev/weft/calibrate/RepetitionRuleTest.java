package dev.weft.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepetitionRuleTest {
    private static final RepetitionRule SCHEDULE =
            new RepetitionRule(100, Duration.ofSeconds(3), 10, Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({
        "0, 1000, true",
        "1, 29.999, true",
        "1, 30, false",
        "9, 29.999, true",
        "9, 30, false",
        "10, 2.999, true",
        "10, 3, false",
        "99, 2.999, true",
        "100, 0, false"
    })
    void endsByNumberOrTimeButNotBeforeThereAreEnough(int made, double seconds, boolean goesOn) {
        assertThat(SCHEDULE.goesOn(made, (long) (seconds * 1e9))).isEqualTo(goesOn);
    }
}
