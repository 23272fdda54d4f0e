package dev.weft.text;

import dev.weft.analysis.Advice;
import dev.weft.analysis.AdviceText;
import dev.weft.analysis.Analysis;
import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.PresentChoice;
import dev.weft.analysis.VerdictText;
import dev.weft.runjson.RecordedWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Formats the results of a run as Markdown, for a web page or a pull request.
///
/// The recommendation comes first, then tables, verdicts, reasons and warnings.
///
/// @param present present choice of mode, if the user named one
public record ResultMarkdown(
        String runId,
        Analysis analysis,
        Optional<PresentChoice> present,
        List<RecordedWarning> warnings) {
    public ResultMarkdown {
        warnings = List.copyOf(warnings);
    }

    /// Returns the lines of the document.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> advice =
                Advice.of(analysis, present)
                        .map(given -> new AdviceText(given).sentences())
                        .orElse(List.of());
        advice.stream()
                .limit(1)
                .forEach(answer -> add("**" + Markdown.escaped(answer) + "**", lines));
        ResultTable tables = new ResultTable(analysis);
        addTable(tables.warm(), lines);
        addTable(tables.cold(), lines);
        addList(tables.complaints(), lines);
        addList(verdicts(), lines);
        addList(advice.stream().skip(1).toList(), lines);
        addList(
                warnings.stream()
                        .map(warning -> warning.sentence() + "; " + warning.remedy())
                        .toList(),
                lines);
        add("Run " + Markdown.code(runId), lines);
        return lines;
    }

    private List<String> verdicts() {
        List<String> verdicts = new ArrayList<>();
        for (BenchmarkCase benchmarkCase : analysis.settings()) {
            String name = benchmarkCase.among(analysis.settings());
            analysis.verdicts(benchmarkCase)
                    .forEach(
                            pair ->
                                    verdicts.add(
                                            "%s, warm: %s"
                                                    .formatted(
                                                            name,
                                                            VerdictText.of(
                                                                    pair.first().label(),
                                                                    pair.second().label(),
                                                                    pair.verdict()))));
        }
        return verdicts;
    }

    private static void addTable(Table table, List<String> lines) {
        if (table.lines().size() > 1) {
            add(String.join("\n", table.markdown()), lines);
        }
    }

    private static void addList(List<String> items, List<String> lines) {
        if (!items.isEmpty()) {
            add(
                    items.stream()
                            .map(item -> "- " + Markdown.escaped(item))
                            .collect(Collectors.joining("\n")),
                    lines);
        }
    }

    /// Adds a paragraph, list or table, separated by an empty line.
    private static void add(String element, List<String> lines) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(element.lines().toList());
    }
}
