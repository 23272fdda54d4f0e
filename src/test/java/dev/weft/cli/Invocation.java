package dev.weft.cli;

import dev.weft.screen.Terminal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/// One call of weft in this JVM.
///
/// @param out what a script would read
/// @param err what a person would read
record Invocation(int exitCode, String out, String err) {
    /// Calls weft in a folder, with nothing in its environment.
    static Invocation in(Path folder, String... arguments) {
        return in(folder, Map.of(), arguments);
    }

    /// Calls weft in a folder, with those variables and no others.
    static Invocation in(Path folder, Map<String, String> variables, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal =
                new Terminal(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        InputStream.nullInputStream(),
                        variables,
                        folder,
                        false,
                        false);
        int exitCode = Weft.execute(terminal, arguments);
        return new Invocation(exitCode, out.toString(), err.toString());
    }
}
