package dev.weft.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MacPlatformTest {
    @Test
    void asksSysctlForTheProcessorAndTheKernel() {
        MacPlatform platform =
                answering(
                        Map.of(
                                "sysctl -n machdep.cpu.brand_string", "Apple M4 Pro",
                                "sysctl -n hw.physicalcpu", "12",
                                "sysctl -n kern.osrelease", "25.1.0"));

        assertThat(platform.processorModel()).contains("Apple M4 Pro");
        assertThat(platform.physicalCores()).isEqualTo(OptionalInt.of(12));
        assertThat(platform.system().kernel()).contains("25.1.0");
    }

    @ParameterizedTest
    @CsvSource({"Battery Power, true", "AC Power, false"})
    void asksPmsetForTheBattery(String source, boolean onBattery) {
        MacPlatform platform =
                answering(Map.of("pmset -g batt", "Now drawing from '%s'".formatted(source)));

        assertThat(platform.power().onBattery()).contains(onBattery);
    }

    @Test
    void tellsNothingWhereNobodyAnswers() {
        MacPlatform platform = answering(Map.of());

        assertThat(platform.processorModel()).isEmpty();
        assertThat(platform.physicalCores()).isEmpty();
        assertThat(platform.system().kernel()).isEmpty();
        assertThat(platform.power()).isEqualTo(PowerState.UNKNOWN);
    }

    private static MacPlatform answering(Map<String, String> answers) {
        return new MacPlatform(
                command -> Optional.ofNullable(answers.get(String.join(" ", command))));
    }
}
