package dev.weft.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The world as a command sees it: nothing else in weft touches standard streams or the
/// environment.
///
/// @param variables of the environment
/// @param folder that relative paths start from
/// @param interactive whether a person sits there, who sees a bar move and can answer a question
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        InputStream in,
        Map<String, String> variables,
        Path folder,
        boolean interactive) {
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
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
    }

    private static PrintWriter writer(PrintStream stream, String encodingProperty) {
        Charset charset =
                Charset.forName(
                        System.getProperty(encodingProperty, StandardCharsets.UTF_8.name()));
        return new PrintWriter(new OutputStreamWriter(stream, charset), true);
    }
}
