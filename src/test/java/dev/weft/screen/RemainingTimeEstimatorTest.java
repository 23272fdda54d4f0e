package dev.weft.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.screen.RemainingTimeEstimator.Step;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RemainingTimeEstimatorTest {
    private final RemainingTimeEstimator outlook =
            new RemainingTimeEstimator(
                    List.of(
                            new Step("slow", 10),
                            new Step("fast", 2),
                            new Step("slow", 10),
                            new Step("fast", 2)));

    @Test
    void beginsWithTheForecast() {
        assertThat(left(0)).isEqualTo(24);

        outlook.begun(0, 100);

        assertThat(left(100)).isEqualTo(24);
        assertThat(left(104)).isEqualTo(20);
    }

    @Test
    void whatWasMadeOnceIsExpectedToTakeAsLongAgain() {
        outlook.begun(0, 0);
        outlook.begun(1, 20);
        outlook.begun(2, 23);

        assertThat(left(23)).isEqualTo(20 + 3);
    }

    @Test
    void whatWasNotMadeYetIsCorrectedByWhatWas() {
        outlook.begun(0, 0);
        outlook.begun(1, 20);

        assertThat(left(20)).isEqualTo(4 + 20 + 4);
    }

    @Test
    void aStepThatTakesLongerThanExpectedIsAboutToEnd() {
        outlook.begun(0, 0);

        assertThat(left(1_000)).isEqualTo(14);
    }

    @Test
    void whoeverKnowsBetterIsBelieved() {
        outlook.begun(0, 0);

        assertThat(outlook.left(5, OptionalDouble.of(30))).isEqualTo(44);
    }

    @Test
    void stepsThatAreLeftOutTeachNothing() {
        outlook.begun(0, 0);
        outlook.begun(2, 1);

        assertThat(left(1)).isEqualTo(12);
    }

    private double left(double now) {
        return outlook.left(now, OptionalDouble.empty());
    }
}
