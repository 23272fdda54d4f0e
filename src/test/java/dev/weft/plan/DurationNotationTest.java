package dev.weft.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationNotationTest {
    @ParameterizedTest
    @CsvSource({"20ms,20ms", "1.5s,1500ms", "60s,1m", "3600s,1h", "0ms,0s", "0.0005ms,0.500us"})
    void writesTheShortestExactForm(String given, String written) {
        Duration time = DurationNotation.parse(given);

        assertThat(DurationNotation.text(time)).isEqualTo(written);
        assertThat(DurationNotation.parse(written)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "ms", "-1ms", "1 ms", "1e3ms", "20sec"})
    void refusesWhatIsNoTime(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationNotation.parse(text))
                .withMessageContaining("such as 20ms");
    }

    @Test
    void takesMoreThanCanBeCountedAsTheMost() {
        assertThat(DurationNotation.parse("99999999999999999999h"))
                .isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
    }
}
