package dev.weft.cli;

import dev.weft.screen.NativeWindow;
import dev.weft.screen.Terminal;
import dev.weft.screen.TerminalFeatures;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// Creates the [Terminal] of this JVM from its standard streams and environment.
final class SystemTerminal {
    /// Numbers of the standard streams that are terminals, from `scripts/weft`. Java cannot
    /// determine them.
    private static final String TERMINALS = System.getProperty("weft.terminals", "");

    private SystemTerminal() {}

    /// Returns the terminal of this JVM.
    ///
    /// @param output standard output
    static Terminal of(OutputStream output) {
        Map<String, String> variables = System.getenv();
        return new Terminal(
                writer(output, "stdout.encoding"),
                writer(System.err, "stderr.encoding"),
                System.in,
                variables,
                Path.of(""),
                TERMINALS.contains("2") && TerminalFeatures.canMove(variables),
                TERMINALS.contains("0") && TERMINALS.contains("2"),
                TERMINALS.contains("1"),
                new NativeWindow(TERMINALS.contains("2") ? 2 : 1),
                charset("stderr.encoding"));
    }

    private static PrintWriter writer(OutputStream stream, String encodingProperty) {
        return new PrintWriter(new OutputStreamWriter(stream, charset(encodingProperty)), true);
    }

    private static Charset charset(String encodingProperty) {
        return Charset.forName(System.getProperty(encodingProperty, StandardCharsets.UTF_8.name()));
    }
}
