package dev.weft.cli;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// The world as a command sees it: nothing else in weft touches standard streams or the
/// environment.
///
/// @param variables of the environment
/// @param folder that relative paths start from
/// @param watched whether a person sees what goes to `err`, such as a bar that moves
/// @param interactive whether that person can answer a question, too
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        InputStream in,
        Map<String, String> variables,
        Path folder,
        boolean watched,
        boolean interactive) {
    /// Which of the standard streams are terminals, by number: `scripts/weft` knows, and Java does
    /// not.
    private static final String TERMINALS = System.getProperty("weft.terminals", "");

    public Terminal {
        variables = Map.copyOf(variables);
    }

    /// A path as a person would name it: relative to the folder where it lies below it.
    Path shown(Path path) {
        Path here = folder.toAbsolutePath().normalize();
        Path there = path.toAbsolutePath().normalize();
        return there.startsWith(here) ? here.relativize(there) : there;
    }

    /// The one that this JVM was started in.
    static Terminal system() {
        return new Terminal(
                writer(System.out, "stdout.encoding"),
                writer(System.err, "stderr.encoding"),
                System.in,
                System.getenv(),
                Path.of(""),
                TERMINALS.contains("2"),
                TERMINALS.contains("0") && TERMINALS.contains("2"));
    }

    private static PrintWriter writer(PrintStream stream, String encodingProperty) {
        Charset charset =
                Charset.forName(
                        System.getProperty(encodingProperty, StandardCharsets.UTF_8.name()));
        return new PrintWriter(new OutputStreamWriter(stream, charset), true);
    }

    @Override
    public String toString() {
        return "Terminal[hidden]";
    }
}
