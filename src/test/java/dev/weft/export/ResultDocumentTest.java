package dev.weft.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.ResultWarning;
import dev.weft.analysis.Warnings;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.FailureCounts;
import dev.weft.record.PassRow;
import dev.weft.testing.DocumentedFields;
import dev.weft.testing.Golden;
import dev.weft.testing.Passes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultDocumentTest {
    private final List<PassRow> rows = new ArrayList<>();

    @Test
    void saysWhatARunCameTo() throws Exception {
        everyMode();

        Golden.of(ResultDocumentTest.class, "result.json").check(json() + "\n");
        Golden.of(ResultDocumentTest.class, "result.csv").check(csv());
    }

    @Test
    void isDocumentedFieldByField() throws Exception {
        Path page = Path.of("docs/format.md");

        new DocumentedFields(page, ResultDocument.class).check();
        assertThat(page).content().contains("**schema %d**".formatted(ResultDocument.SCHEMA));
    }

    @Test
    void whatIsNotKnownIsNullAndAnEmptyCell() {
        rows.add(Passes.of(ModeName.ASYNC).failed().ideal(Optional.empty()).row());

        assertThat(json())
                .contains("\"ideal\" : null", "\"wall_ms\" : null", "\"cold\" : null")
                .contains("\"advice\" : null");
        assertThat(csv().lines().toList().get(1)).startsWith("1,r1,500x100KiB.zip,500,64,async,");
        assertThat(cell("ideal_wall_ms")).isEmpty();
        assertThat(cell("warm_wall_ms")).isEmpty();
        assertThat(cell("warm_passes")).isEqualTo("1");
        assertThat(cell("warm_good")).isEqualTo("0");
    }

    @Test
    void whatFailedIsCountedByItsCode() {
        rows.add(
                Passes.of(ModeName.THREADS)
                        .failed()
                        .setbacks(FailureCounts.of(7, Map.of("SlowDown", 12, "AttemptTimeout", 3)))
                        .row());

        assertThat(cell("failures")).isEqualTo("SlowDown:12 AttemptTimeout:3");
        assertThat(cell("throttled")).isEqualTo("7");
        assertThat(json()).contains("\"code\" : \"SlowDown\"", "\"items\" : 12");
    }

    @Test
    void anArchiveMayBeCalledAnything() {
        rows.add(Passes.of(ModeName.ASYNC).archive("a,\"b\".zip").row());

        assertThat(csv()).contains("\"a,\"\"b\"\".zip\"");
        assertThat(json()).contains("a,\\\"b\\\".zip");
    }

    @Test
    void ofNothingThereIsADocumentAndAHeader() {
        assertThat(json()).contains("\"modes\" : [ ]");
        assertThat(csv()).startsWith("schema,run_id,archive,").hasLineCount(1);
    }

    private void everyMode() {
        rows.add(Passes.of(ModeName.SEQUENTIAL).wall(Duration.ofSeconds(11)).row());
        for (int block = 1; block <= 3; block++) {
            measured(ModeName.THREADS, block, 420 + 4 * block);
            measured(ModeName.ASYNC, block, 440 + 5 * block);
        }
    }

    private void measured(ModeName mode, int block, int millis) {
        Passes pass = Passes.of(mode).block(block);
        Duration warm = Duration.ofMillis(millis);
        rows.add(pass.wall(warm).row());
        rows.add(pass.phase(Phase.COLD).wall(warm.multipliedBy(3)).row());
    }

    private String cell(String column) {
        String[] cells = csv().lines().toList().get(1).split(",", -1);
        return cells[ResultCsv.header().indexOf(column)];
    }

    private String json() {
        return DocumentWriter.text(document());
    }

    private String csv() {
        return new ResultCsv(document()).text();
    }

    private ResultDocument document() {
        Analysis analysis = Analysis.of(rows);
        return ResultDocument.of(
                "r1",
                analysis,
                Optional.empty(),
                new Warnings(analysis).all().stream().map(ResultWarning::recorded).toList(),
                new ResultDocument.Paths("results.csv", "timings.csv", "run.json"));
    }
}
