package dev.weft.cli;

import dev.weft.analysis.Change;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Tells what changed: on standard output, and in the files that were asked for.
///
/// @param before what was first, by its name on the command line
/// @param after what it is compared with, likewise
record ChangeTelling(Terminal terminal, ChangeOptions options, String before, String after) {
    /// The names of the sides, in results.
    static final String BEFORE = "before";

    static final String AFTER = "after";

    /// Looks before anything is measured whether the files can be written.
    void prepare() throws UsageException {
        prepare("--summary", options.summary);
        prepare("--junit", options.junit);
    }

    private void prepare(String option, Optional<Path> file) throws UsageException {
        if (file.isEmpty()) {
            return;
        }
        Path path = place(file.get());
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException e) {
            throw new UsageException(
                    "%s cannot be written (%s); name another file with %s"
                            .formatted(file.get(), e.getMessage(), option));
        }
    }

    /// Where to say what is no part of the document that was asked for.
    PrintWriter aside() {
        return options.isTable() ? terminal.out() : terminal.err();
    }

    /// Tells it, and says what became slower.
    ///
    /// @return the exit code
    int tell(Change change) {
        SlowerGate gate = new SlowerGate(options.limit);
        ChangeMarkdown markdown = new ChangeMarkdown(change, gate, before, after);
        switch (options.format) {
            case TABLE -> new ChangeTable(change, BEFORE, AFTER).print(terminal.out());
            case MARKDOWN -> terminal.out().print(markdown.text());
            case JSON ->
                    terminal.out().println(ChangeDocument.of(change, gate, before, after).json());
            case CSV -> throw new IllegalStateException("a comparison has no CSV");
        }
        terminal.out().flush();
        boolean summarized =
                write(
                        options.summary,
                        markdown.text() + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
        boolean reported =
                write(
                        options.junit,
                        new JUnitReport(change, gate, before, after).xml(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        int exitCode = gate.exitCode(change, terminal::say);
        return summarized && reported ? exitCode : ExitCode.FAILED;
    }

    private boolean write(Optional<Path> file, String text, StandardOpenOption... how) {
        if (file.isEmpty()) {
            return true;
        }
        try {
            Files.write(place(file.get()), text.getBytes(StandardCharsets.UTF_8), how);
            return true;
        } catch (IOException e) {
            terminal.say("%s could not be written (%s)".formatted(file.get(), e.getMessage()));
            return false;
        }
    }

    private Path place(Path file) {
        return terminal.folder().resolve(file);
    }
}
