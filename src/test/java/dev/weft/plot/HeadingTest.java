package dev.weft.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.testing.Passes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadingTest {
    @Test
    void saysWhatWasMeasured() {
        Heading heading = heading(Passes.of(ModeName.SEQUENTIAL).row());

        assertThat(heading.title())
                .isEqualTo("Time to upload files of 100 KiB to weft's embedded S3");
        assertThat(heading.setting())
                .isEqualTo(
                        "20 ms of latency added · at most 64 uploads at once (sequential: one) ·"
                                + " warm passes · all verified");
        assertThat(heading.key()).isEqualTo("One pass for each mark.");
    }

    @Test
    void saysThatPassesAreCold() {
        assertThat(heading(Passes.of(ModeName.ASYNC).phase(Phase.COLD).row()).setting())
                .isEqualTo(
                        "20 ms of latency added · at most 64 uploads at once · cold passes: the"
                                + " first of a new JVM · all verified");
    }

    @Test
    void saysHowManyPassesStandBehindAMark() {
        List<PassRow> rows = new ArrayList<>();
        rows.addAll(Collections.nCopies(3, Passes.of(ModeName.SEQUENTIAL).row()));
        rows.addAll(Collections.nCopies(9, Passes.of(ModeName.ASYNC).row()));

        assertThat(heading(rows.toArray(PassRow[]::new)).key())
                .isEqualTo(
                        "Large mark: median of 3 to 9 passes. Bar: fastest to slowest. Small dots:"
                                + " single passes. Modes are set slightly apart.");
    }

    @Test
    void doesNotSpeakOfDotsThatAreNotDrawn() {
        List<PassRow> rows = Collections.nCopies(21, Passes.of(ModeName.ASYNC).row());

        assertThat(heading(rows.toArray(PassRow[]::new)).key())
                .isEqualTo(
                        "Large mark: median of 21 passes. Bar: fastest to slowest. Modes are set"
                                + " slightly apart.");
    }

    @Test
    void takesTheTitleThatIsGiven() {
        Selection selection = new Selection(List.of(Passes.of(ModeName.ASYNC).row()));

        assertThat(Heading.of(selection, ModeLine.of(selection), Optional.of("Mine")).title())
                .isEqualTo("Mine");
    }

    private static Heading heading(PassRow... rows) {
        Selection selection = new Selection(List.of(rows));
        return Heading.of(selection, ModeLine.of(selection), Optional.empty());
    }
}
