package dev.weft.cli;

import dev.weft.analysis.Advice;
import dev.weft.analysis.AdviceText;
import dev.weft.analysis.Analysis;
import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.PresentChoice;
import dev.weft.analysis.VerdictText;
import dev.weft.record.RecordedWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The tables, verdicts and advice of a run as Markdown, for a page or a pull request: the answer
/// first.
///
/// @param present what is used today, where the user said so
record ResultMarkdown(
        String runId,
        Analysis analysis,
        Optional<PresentChoice> present,
        List<RecordedWarning> warnings) {
    ResultMarkdown {
        warnings = List.copyOf(warnings);
    }

    /// The lines.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> advice =
                Advice.of(analysis, present)
                        .map(of -> new AdviceText(of).sentences())
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
        for (BenchmarkCase setting : analysis.settings()) {
            analysis.verdicts(setting)
                    .forEach(
                            pair ->
                                    verdicts.add(
                                            "%s, warm: %s"
                                                    .formatted(
                                                            setting.among(analysis.settings()),
                                                            VerdictText.of(
                                                                    pair.first().label(),
                                                                    pair.second().label(),
                                                                    pair.verdict()))));
        }
        return verdicts;
    }

    private static void addTable(FittedTable table, List<String> lines) {
        if (table.lines().size() < 2) {
            return;
        }
        List<String> header = table.lines().getFirst();
        add(
                String.join(
                        "\n",
                        Markdown.table(
                                table.lines(),
                                column -> table.left().contains(header.get(column)))),
                lines);
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

    /// Blocks stand apart.
    private static void add(String block, List<String> lines) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(block.lines().toList());
    }
}
