package dev.weft.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.analysis.Analysis;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.FailureCounts;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.testing.Golden;
import dev.weft.testing.Passes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultTableTest {
    private final List<PassRow> rows = new ArrayList<>();

    @Test
    void coldAndWarmPassesHaveATableEach() throws Exception {
        rows.add(Passes.of(ModeName.SEQUENTIAL).wall(Duration.ofSeconds(11)).row());
        for (int block = 1; block <= 3; block++) {
            measured(ModeName.THREADS, block, Duration.ofMillis(420 + 4L * block));
            measured(ModeName.ASYNC, block, Duration.ofMillis(440 + 4L * block));
            measured(ModeName.VIRTUAL, block, Duration.ofMillis(460 + 4L * block));
        }
        Golden.of(ResultTableTest.class, "result-table.txt").check(table());
    }

    @Test
    void whatDidNotEndWellIsCountedAndNamedBelow() throws Exception {
        rows.add(Passes.of(ModeName.ASYNC).row());
        rows.add(Passes.of(ModeName.ASYNC).failed().row());
        rows.add(Passes.of(ModeName.VIRTUAL).status(PassStatus.INTERRUPTED).row());

        Golden.of(ResultTableTest.class, "result-table-complaints.txt").check(table());
    }

    @Test
    void whatFailedAndWhatWasThrottledIsCountedBelow() {
        rows.add(Passes.of(ModeName.ASYNC).setbacks(FailureCounts.of(1_204, Map.of())).row());
        rows.add(
                Passes.of(ModeName.THREADS)
                        .failed()
                        .setbacks(
                                FailureCounts.of(0, Map.of("SlowDown", 1_012, "AttemptTimeout", 3)))
                        .row());

        assertThat(table())
                .contains(
                        "async, 500 files, 64 at once: of 500 uploads that ended, failed: none; attempts answered 503 or 429: 1,204",
                        "failed: 1,012 SlowDown, 3 AttemptTimeout; attempts answered 503 or 429: 0");
    }

    @Test
    void zipsOfOneSizeAreToldApart() {
        rows.add(Passes.of(ModeName.ASYNC).archive("a.zip").row());
        rows.add(Passes.of(ModeName.ASYNC).archive("b.zip").row());
        rows.add(Passes.of(ModeName.ASYNC).files(600).row());

        assertThat(table()).contains("500 in a.zip", "500 in b.zip").doesNotContain("600 in");
    }

    @Test
    void namesMoveNoCursor() {
        rows.add(Passes.of(ModeName.ASYNC).archive("a\033[2J.zip").row());
        rows.add(Passes.of(ModeName.ASYNC).archive("b.zip").failed().row());

        assertThat(table())
                .contains("500 in a?[2J.zip", "async, 500 files in b.zip, 64 at once: ")
                .doesNotContain("\033");
    }

    @Test
    void withoutACalibrationThereIsNoIdealInIt() {
        rows.add(Passes.of(ModeName.ASYNC).ideal(Optional.empty()).row());

        assertThat(table().lines().toList().getLast())
                .matches(" +500 +64 +async +0\\.400 s +- +- +- +- +- +1,250 .*");
    }

    @Test
    void nothingIsPrintedOfNothing() {
        assertThat(table()).isEmpty();
    }

    private void measured(ModeName mode, int block, Duration warm) {
        Passes pass = Passes.of(mode).block(block);
        rows.add(pass.wall(warm).row());
        rows.add(pass.phase(Phase.COLD).wall(warm.multipliedBy(3)).row());
    }

    private String table() {
        StringWriter out = new StringWriter();
        new ResultTable(Analysis.of(rows)).print(new PrintWriter(out));
        return out.toString();
    }
}
