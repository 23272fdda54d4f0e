package dev.weft.cli;

import dev.weft.csv.FileErrorText;
import dev.weft.machine.WeftVersion;
import dev.weft.screen.Terminal;
import dev.weft.session.UnexpectedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the stack trace of an unexpected exception to a file, for a bug report.
final class ErrorFile {
    /// Variable that also prints the stack trace.
    static final String DEBUG = "WEFT_DEBUG";

    private ErrorFile() {}

    /// Writes the file into the folder of the failed run, or else into the temporary folder.
    ///
    /// @return a sentence that names the exception and the file
    static String write(Exception failure, Terminal terminal) {
        Throwable cause = failure;
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        if (failure instanceof UnexpectedException inRun && inRun.getCause() != null) {
            cause = inRun.getCause();
            folder = Files.isDirectory(inRun.folder()) ? inRun.folder() : folder;
        }
        String trace = trace(cause);
        if (terminal.variables().getOrDefault(DEBUG, "").equals("true")) {
            terminal.err().print(trace);
        }
        return "unexpected %s; %s".formatted(cause, place(folder, trace, terminal));
    }

    private static String place(Path folder, String trace, Terminal terminal) {
        try {
            Path file = Files.createTempFile(folder, "weft-error-", ".txt");
            Files.writeString(
                    file,
                    "weft %s, JDK %s%n%s"
                            .formatted(WeftVersion.number(), Runtime.version(), trace));
            return "please report it with the stack trace in " + terminal.shown(file);
        } catch (IOException e) {
            return "the stack trace cannot be written to %s (%s); set %s=true to print it"
                    .formatted(folder, FileErrorText.reason(e), DEBUG);
        }
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
