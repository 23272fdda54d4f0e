package dev.weft.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureCountsTest {
    @Test
    void theMostFrequentFailureComesFirstAndEqualOnesByName() {
        FailureCounts setbacks =
                FailureCounts.of(7, Map.of("Timeout", 3, "SlowDown", 12, "AccessDenied", 3));
        assertThat(FailureCounts.text(setbacks.failures()))
                .isEqualTo("SlowDown:12 AccessDenied:3 Timeout:3");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        FailureCounts setbacks = FailureCounts.of(0, Map.of("a:b", 2, "a \t b", 1, "", 5));
        assertThat(FailureCounts.text(setbacks.failures())).isEqualTo("Unknown:5 a:b:2 a_b:1");
        assertThat(FailureCounts.parse(FailureCounts.text(setbacks.failures())))
                .isEqualTo(setbacks.failures());
    }

    @Test
    void whatIsNoListOfFailuresIsRefused() {
        assertThatThrownBy(() -> FailureCounts.parse("SlowDown"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not \"SlowDown\"");
        assertThatThrownBy(() -> FailureCounts.parse("SlowDown:0"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
