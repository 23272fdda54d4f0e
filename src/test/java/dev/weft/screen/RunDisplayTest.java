package dev.weft.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.testing.FakeTicker;
import dev.weft.testing.Passes;
import dev.weft.testing.Specs;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunDisplayTest {
    private final StringWriter err = new StringWriter();
    private final RunDisplay display =
            new RunDisplay(
                    new Terminal(
                            new PrintWriter(new StringWriter()),
                            new PrintWriter(err),
                            InputStream.nullInputStream(),
                            Map.of(),
                            Path.of(""),
                            false,
                            false),
                    false,
                    new ProgressTracker(
                            List.of(),
                            _ -> Specs.items(),
                            "there",
                            2,
                            new FakeTicker(Duration.ZERO)));

    @Test
    void aReasonIsToldOnceHoweverManyPassesFailForIt() {
        PassRow cold = Passes.of(ModeName.ASYNC).phase(Phase.COLD).failed().row();
        PassRow warm = Passes.of(ModeName.THREADS).failed().row();

        display.passRecorded(cold);
        display.passRecorded(warm);
        display.passRecorded(Passes.of(ModeName.THREADS).row());

        assertThat(err.toString().lines())
                .containsExactly(
                        "weft: async, cold pass of 500 files: failed: an item is missing",
                        "weft: threads, warm pass of 500 files: failed as before");
    }
}
