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

/// Prints a comparison to standard output, and writes the requested files.
///
/// @param before name of the first result on the command line
/// @param after name of the second result
record ComparisonReporter(
        Terminal terminal, ComparisonOptions options, String before, String after) {
    /// Checks before the measurement that the files can be written.
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

    /// Returns the writer for text outside of the requested document.
    PrintWriter aside() {
        return options.isTable() ? terminal.out() : terminal.err();
    }

    /// Prints the comparison, and the cases that became slower.
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

    /// Prints why the gate fails, and what it could not check.
    ///
    /// @return whether the gate passes
    private boolean judge(RegressionGate gate, RunComparison change) {
        List<String> failures = gate.failures(change);
        failures.forEach(terminal::printMessage);
        if (failures.isEmpty()) {
            gate.doubt(change).ifPresent(terminal::printMessage);
        }
        gate.unmeasured(change).ifPresent(terminal::printMessage);
        return failures.isEmpty();
    }

    private interface Writing {
        void to(OutputFile file) throws UsageException;
    }

    /// Writes a file. An error does not end the command, because the comparison is already printed.
    private boolean write(Optional<OutputFile> file, Writing writing) {
        if (file.isEmpty()) {
            return true;
        }
        try {
            writing.to(file.get());
            return true;
        } catch (UsageException e) {
            terminal.printMessage(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
