package dev.weft.cli;

import dev.weft.analysis.RegressionGate;
import dev.weft.analysis.RunComparison;
import dev.weft.export.ComparisonDocument;
import dev.weft.export.DocumentWriter;
import dev.weft.screen.Terminal;
import dev.weft.session.ExitCode;
import dev.weft.session.UsageException;
import dev.weft.text.ComparisonMarkdown;
import dev.weft.text.ComparisonTable;
import dev.weft.text.JUnitReport;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Tells what changed: on standard output, and in the files that were asked for.
///
/// @param before what was first, by its name on the command line
/// @param after what it is compared with, likewise
record ComparisonReporter(
        Terminal terminal, ComparisonOptions options, String before, String after) {
    /// Looks before anything is measured whether the files can be written.
    void prepare() throws UsageException {
        if (summary().isPresent()) {
            summary().get().prepare();
        }
        if (junit().isPresent()) {
            junit().get().prepare();
        }
    }

    private Optional<OutputFile> summary() {
        return options.summary.map(file -> new OutputFile(terminal, file, "--summary"));
    }

    private Optional<OutputFile> junit() {
        return options.junit.map(file -> new OutputFile(terminal, file, "--junit"));
    }

    /// Where to say what is no part of the document that was asked for.
    PrintWriter aside() {
        return options.isTable() ? terminal.out() : terminal.err();
    }

    /// Tells it, and says what became slower.
    ///
    /// @return the exit code
    int tell(RunComparison change) {
        RegressionGate gate = new RegressionGate(options.limit);
        ComparisonMarkdown markdown = new ComparisonMarkdown(change, gate, before, after);
        switch (options.format) {
            case TABLE -> new ComparisonTable(change).print(terminal.out(), terminal.tableWidth());
            case MARKDOWN -> terminal.out().print(markdown.text());
            case JSON ->
                    terminal.out()
                            .println(
                                    DocumentWriter.text(
                                            ComparisonDocument.of(change, gate, before, after)));
            case CSV -> throw new IllegalStateException("a comparison has no CSV");
        }
        terminal.out().flush();
        boolean summarized = write(summary(), file -> file.append(bytes(markdown.text() + "\n")));
        boolean reported =
                write(
                        junit(),
                        file ->
                                file.write(
                                        bytes(new JUnitReport(change, gate, before, after).xml())));
        boolean open = judge(gate, change);
        return open && summarized && reported ? ExitCode.OK : ExitCode.FAILED;
    }

    /// Says what shuts the gate, and what it could not see.
    ///
    /// @return whether it is open
    private boolean judge(RegressionGate gate, RunComparison change) {
        List<String> failures = gate.failures(change);
        failures.forEach(terminal::say);
        if (failures.isEmpty()) {
            gate.doubt(change).ifPresent(terminal::say);
        }
        gate.unmeasured(change).ifPresent(terminal::say);
        return failures.isEmpty();
    }

    private interface Writing {
        void to(OutputFile file) throws UsageException;
    }

    /// What was measured has been told by now: a file that went away is no reason to end.
    private boolean write(Optional<OutputFile> file, Writing writing) {
        if (file.isEmpty()) {
            return true;
        }
        try {
            writing.to(file.get());
            return true;
        } catch (UsageException e) {
            terminal.say(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
