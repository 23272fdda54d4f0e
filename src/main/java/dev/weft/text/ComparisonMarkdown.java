package dev.weft.text;

import dev.weft.analysis.CaseComparison;
import dev.weft.analysis.RegressionGate;
import dev.weft.analysis.RunComparison;
import dev.weft.stats.Verdict;
import dev.weft.stats.Verdict.CannotTell;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Formats a comparison as Markdown: a heading, a sentence and the table.
///
/// @param before name of the first result on the command line
/// @param after name of the second result
public record ComparisonMarkdown(
        RunComparison change, RegressionGate gate, String before, String after) {
    /// Returns the document.
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("### weft: from %s to %s".formatted(Markdown.code(before), Markdown.code(after)));
        lines.add("");
        lines.addAll(sentences());
        lines.add("");
        ComparisonTable table = new ComparisonTable(change);
        lines.addAll(table.table().markdown());
        lines.add("");
        lines.add(table.note());
        return String.join("\n", lines) + "\n";
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        List<String> failures = gate.failures(change);
        if (!failures.isEmpty()) {
            failures.forEach(
                    failure -> sentences.add("- **%s**".formatted(Markdown.escaped(failure))));
            sentences.add("");
        } else if (gate.limit().isPresent()) {
            sentences.add(
                    "**Nothing became slower by more than %s for certain.**"
                            .formatted(gate.percent()));
        }
        sentences.add(
                "%d faster, %d slower, %d equal within 5%%, %d cannot tell."
                        .formatted(
                                count(verdict -> is(verdict, Verdict.Side.FIRST)),
                                count(verdict -> is(verdict, Verdict.Side.SECOND)),
                                count(Equal.class::isInstance),
                                count(CannotTell.class::isInstance)));
        gate.doubt(change).ifPresent(doubt -> sentences.add(doubt + "."));
        gate.unmeasured(change)
                .ifPresent(missing -> sentences.add(Markdown.escaped(missing) + "."));
        return sentences;
    }

    private long count(Predicate<Verdict> which) {
        return change.cells().stream().map(CaseComparison::verdict).filter(which).count();
    }

    private static boolean is(Verdict verdict, Verdict.Side faster) {
        return verdict instanceof Different different && different.faster() == faster;
    }
}
