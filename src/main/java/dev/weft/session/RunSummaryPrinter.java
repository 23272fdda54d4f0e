package dev.weft.session;

import dev.weft.analysis.Advice;
import dev.weft.analysis.AdviceText;
import dev.weft.analysis.Analysis;
import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.PresentChoice;
import dev.weft.analysis.ResultWarning;
import dev.weft.analysis.ScalabilityText;
import dev.weft.analysis.Sweep;
import dev.weft.analysis.VerdictText;
import dev.weft.analysis.Warnings;
import dev.weft.export.DocumentWriter;
import dev.weft.export.ResultCsv;
import dev.weft.export.ResultDocument;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.runjson.RecordedWarning;
import dev.weft.runjson.ShellWord;
import dev.weft.screen.Terminal;
import dev.weft.stats.Comparison;
import dev.weft.stats.Verdict;
import dev.weft.text.ResultMarkdown;
import dev.weft.text.ResultTable;
import dev.weft.text.TextWidth;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Prints the summary of a run: tables, verdicts, advice, files and next steps.
///
/// @param terminal terminal of the summary
/// @param format format of the summary; a format for programs has no further text
/// @param present present choice of the user, if it was given
public record RunSummaryPrinter(
        Terminal terminal, OutputFormat format, Optional<PresentChoice> present, RunFiles place)
        implements SummaryPrinter {
    /// Largest number of cases with a verdict for each pair. A longer sweep has a summary of its
    /// curve.
    private static final int MOST_SETTINGS = 4;

    @Override
    public int print(List<PassRow> rows, List<RecordedWarning> warnings) {
        Analysis analysis = Analysis.of(rows);
        PrintWriter out = terminal.out();
        switch (format) {
            case TABLE -> printTables(rows, analysis, out);
            case JSON -> out.println(DocumentWriter.text(document(analysis, warnings)));
            case CSV -> out.print(new ResultCsv(document(analysis, warnings)).text());
            case MARKDOWN ->
                    new ResultMarkdown(place.runId(), analysis, present, warnings)
                            .lines()
                            .forEach(out::println);
        }
        out.flush();
        return ExitCode.OK;
    }

    private ResultDocument document(Analysis analysis, List<RecordedWarning> warnings) {
        return ResultDocument.of(
                place.runId(),
                analysis,
                present,
                warnings,
                new ResultDocument.Paths(
                        terminal.shown(place.results().path()).toString(),
                        terminal.shown(place.timings()).toString(),
                        terminal.shown(place.folder().resolve("run.json")).toString()));
    }

    private void printTables(List<PassRow> rows, Analysis analysis, PrintWriter out) {
        new ResultTable(analysis, terminal.tableWidth()).print(out);
        List<Sweep> sweeps =
                Sweep.of(analysis).stream().filter(sweep -> sweep.points().size() > 1).toList();
        if (analysis.settings().size() <= MOST_SETTINGS) {
            printVerdicts(analysis, out);
        }
        if (!sweeps.isEmpty()) {
            out.println();
            sweeps.forEach(sweep -> printWrapped(new ScalabilityText(sweep).sentence(), out));
        }
        Advice.of(analysis, present).ifPresent(advice -> print(advice, out));
        out.println();
        Path results = terminal.shown(place.results().path());
        out.println("results  " + results);
        out.println("timings  " + terminal.shown(place.timings()));
        if (rows.stream().anyMatch(RunSummaryPrinter::endedWell)) {
            String of =
                    results.equals(Path.of(RunFiles.RESULTS))
                            ? ""
                            : " --csv=" + ShellWord.of(results.toString());
            out.println("next     " + plot(rows) + of);
            out.println("         scripts/weft report" + of);
        }
    }

    private void printWrapped(String sentence, PrintWriter out) {
        TextWidth.folded(sentence, terminal.tableWidth().orElse(Integer.MAX_VALUE))
                .forEach(out::println);
    }

    @Override
    public List<RecordedWarning> warnings(List<PassRow> rows) {
        return new Warnings(Analysis.of(rows)).all().stream().map(ResultWarning::recorded).toList();
    }

    private void printVerdicts(Analysis analysis, PrintWriter out) {
        if (hasOneBlock(analysis)) {
            out.println();
            printWrapped("Of one block no verdict can be given; --verdict makes 8.", out);
            return;
        }
        for (BenchmarkCase setting : analysis.settings()) {
            List<Comparison<ModeName>> verdicts = analysis.verdicts(setting);
            if (!verdicts.isEmpty()) {
                out.println();
                printWrapped(setting.among(analysis.settings()) + ", warm:", out);
                verdicts.forEach(
                        pair ->
                                printWrapped(
                                        "  "
                                                + VerdictText.of(
                                                        pair.first().label(),
                                                        pair.second().label(),
                                                        pair.verdict()),
                                        out));
            }
        }
    }

    private static boolean hasOneBlock(Analysis analysis) {
        List<Verdict> all =
                analysis.settings().stream()
                        .flatMap(setting -> analysis.verdicts(setting).stream())
                        .map(Comparison::verdict)
                        .toList();
        return !all.isEmpty() && all.stream().allMatch(new Verdict.TooFewBlocks(1)::equals);
    }

    private void print(Advice advice, PrintWriter out) {
        out.println();
        new AdviceText(advice).sentences().forEach(sentence -> printWrapped(sentence, out));
    }

    private static String plot(List<PassRow> rows) {
        boolean warm =
                rows.stream()
                        .filter(RunSummaryPrinter::endedWell)
                        .anyMatch(row -> row.setting().phase() == Phase.WARM);
        boolean sweep =
                rows.stream().map(row -> BenchmarkCase.of(row).concurrency()).distinct().count()
                        > 1;
        return "scripts/weft plot"
                + (warm ? "" : " --cold")
                + (warm && sweep ? " --chart=concurrency" : "");
    }

    private static boolean endedWell(PassRow row) {
        return row.ending().status() == PassStatus.OK;
    }
}
