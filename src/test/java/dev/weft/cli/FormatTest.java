package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.ModeSummary;
import dev.weft.export.ModeResult;
import dev.weft.export.ResultDocument;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.record.ResultsFile;
import dev.weft.runjson.RecordedWarning;
import dev.weft.screen.Terminal;
import dev.weft.session.ExitCode;
import dev.weft.session.OutputFormat;
import dev.weft.session.RunFiles;
import dev.weft.session.RunSummaryPrinter;
import dev.weft.testing.Golden;
import dev.weft.testing.Passes;
import dev.weft.text.ResultTable;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
    private static final RecordedWarning WARNING =
            new RecordedWarning("drift", "it <drifts>", "wait");

    private final List<PassRow> rows = new ArrayList<>();

    FormatTest() {
        rows.add(Passes.of(ModeName.SEQUENTIAL).wall(Duration.ofSeconds(11)).row());
        for (int block = 1; block <= 3; block++) {
            for (ModeName mode : List.of(ModeName.THREADS, ModeName.VIRTUAL)) {
                Passes pass = Passes.of(mode).block(block);
                Duration warm = Duration.ofMillis(400 + 10L * mode.label().length() + 3L * block);
                rows.add(pass.wall(warm).row());
                rows.add(pass.phase(Phase.COLD).wall(warm.multipliedBy(3)).row());
            }
        }
    }

    @Test
    void markdownHasTheAnswerFirstAndEveryFigureOfTheTables() throws Exception {
        Golden.of(FormatTest.class, "result.md").check(printed(OutputFormat.MARKDOWN, Map.of()));
    }

    @Test
    void aDocumentIsAllThatIsPrinted() {
        assertThat(printed(OutputFormat.JSON, Map.of())).startsWith("{").endsWith("}" + line());
        assertThat(printed(OutputFormat.CSV, Map.of()).lines()).hasSize(4);
        assertThat(printed(OutputFormat.JSON, Map.of())).contains("\"sentence\" : \"it <drifts>\"");
    }

    @Test
    void figuresAreThoseOfTheTable() {
        Analysis analysis = Analysis.of(rows);
        ResultTable table = new ResultTable(analysis);
        List<ModeResult> modes =
                ResultDocument.of(
                                "r1",
                                analysis,
                                Optional.empty(),
                                List.of(),
                                new ResultDocument.Paths("", "", ""))
                        .modes();

        for (int place = 0; place < modes.size(); place++) {
            ModeResult.Warm warm = modes.get(place).warm().orElseThrow();
            assertThat(table.warm().lines().get(place + 1))
                    .contains(
                            modes.get(place).mode(),
                            text(warm.wallMs(), ms -> FigureFormat.seconds(ms / 1000)),
                            text(warm.speedUp(), FigureFormat::times),
                            text(warm.efficiency(), FigureFormat::percent),
                            text(warm.uploadsPerS(), FigureFormat::rate),
                            text(warm.p50Ms(), FigureFormat::millis),
                            text(warm.p99Ms(), FigureFormat::millis),
                            text(warm.clientCpuMsPerUpload(), FigureFormat::millis));
        }
        List<ModeResult> cold = modes.stream().filter(mode -> mode.cold().isPresent()).toList();
        assertThat(cold).hasSize(2);
        for (int place = 0; place < cold.size(); place++) {
            ModeResult.Cold of = cold.get(place).cold().orElseThrow();
            assertThat(table.cold().lines().get(place + 1))
                    .contains(
                            text(of.wallMs(), ms -> FigureFormat.seconds(ms / 1000)),
                            text(of.processMs(), ms -> FigureFormat.seconds(ms / 1000)),
                            Integer.toString(of.jvms()));
        }
        assertThat(analysis.summaries()).extracting(ModeSummary::mode).hasSize(modes.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120, 200})
    void nothingThatIsToldIsWiderThanTheWindow(int columns) throws Exception {
        String text = printed(OutputFormat.TABLE, Map.of("COLUMNS", Integer.toString(columns)));

        assertThat(text.lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
        Golden.of(FormatTest.class, "result-%d.txt".formatted(columns)).check(text);
    }

    @Test
    void oneBlockHasNoVerdictAndSaysSoOnce() {
        rows.removeIf(row -> row.place().block() > 1);

        assertThat(printed(OutputFormat.TABLE, Map.of()))
                .contains("Of one block no verdict can be given; --verdict makes 8." + line())
                .doesNotContain("cannot tell");
    }

    @Test
    void whatComesNextCanBeTypedAsItStands() {
        assertThat(printed(OutputFormat.TABLE, Map.of()))
                .contains("next     scripts/weft plot" + line())
                .endsWith("         scripts/weft report" + line());
        assertThat(printed(OutputFormat.TABLE, Map.of(), "ann's results.csv"))
                .endsWith("         scripts/weft report --csv='ann'\\''s results.csv'" + line());
    }

    private static String text(OptionalDouble value, DoubleFunction<String> format) {
        return format.apply(value.orElseThrow());
    }

    private static String line() {
        return System.lineSeparator();
    }

    private String printed(OutputFormat format, Map<String, String> variables) {
        return printed(format, variables, "benchmark/results.csv");
    }

    private String printed(OutputFormat format, Map<String, String> variables, String results) {
        StringWriter out = new StringWriter();
        Path folder = Path.of("/somewhere");
        Terminal terminal =
                new Terminal(
                        new PrintWriter(out),
                        new PrintWriter(new StringWriter()),
                        InputStream.nullInputStream(),
                        variables,
                        folder,
                        false,
                        false);
        RunFiles place =
                new RunFiles(
                        "r1",
                        folder.resolve("benchmark/runs/r1"),
                        folder.resolve("benchmark/runs/r1/timings.csv"),
                        new ResultsFile(folder.resolve(results)));
        assertThat(
                        new RunSummaryPrinter(terminal, format, Optional.empty(), place)
                                .print(rows, List.of(WARNING)))
                .isEqualTo(ExitCode.OK);
        return out.toString();
    }
}
