package dev.weft.screen;

import dev.weft.text.TextWidth;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// The input, output and environment of a command. No other part of a command uses standard streams
/// or environment variables.
///
/// @param variables environment variables
/// @param folder base of relative paths
/// @param animated whether `err` is a terminal that can show animations
/// @param interactive whether a user can answer questions
/// @param outWatched whether `out` is a terminal
/// @param window window of the terminal
/// @param charset charset of `err`
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        InputStream in,
        Map<String, String> variables,
        Path folder,
        boolean animated,
        boolean interactive,
        boolean outWatched,
        TerminalWindow window,
        Charset charset) {
    public Terminal {
        variables = Map.copyOf(variables);
    }

    /// Creates a terminal without a window.
    public Terminal(
            PrintWriter out,
            PrintWriter err,
            InputStream in,
            Map<String, String> variables,
            Path folder,
            boolean animated,
            boolean interactive) {
        this(
                out,
                err,
                in,
                variables,
                folder,
                animated,
                interactive,
                false,
                TerminalWindow.unknown(),
                StandardCharsets.UTF_8);
    }

    /// Returns the terminal with all text on `err`, because `out` is for a program.
    public Terminal withAllOutputOnErr() {
        return new Terminal(
                err, err, in, variables, folder, animated, interactive, animated, window, charset);
    }

    /// Returns the current size of the window. The variable `COLUMNS` overrides its width.
    public TerminalWindow.Size size() {
        TerminalWindow.Size size = window.size().orElse(TerminalWindow.Size.USUAL);
        OptionalInt columns = columns();
        return columns.isPresent()
                ? new TerminalWindow.Size(columns.getAsInt(), size.rows())
                : size;
    }

    /// Returns the largest width of a table on `out`; empty for no limit.
    public OptionalInt tableWidth() {
        OptionalInt columns = columns();
        return columns.isPresent() || !outWatched ? columns : OptionalInt.of(size().columns());
    }

    private OptionalInt columns() {
        String columns = variables.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{0,3}")
                ? OptionalInt.of(Integer.parseInt(columns))
                : OptionalInt.empty();
    }

    /// Returns the features of the terminal.
    public TerminalFeatures features() {
        return TerminalFeatures.of(variables, charset);
    }

    /// Starts an animation on `err`.
    public Animation animation(Function<TerminalWindow.Size, List<String>> frames) {
        return Animation.of(new LinePainter(err), this::size, frames);
    }

    /// Prints a message of one sentence on `err`. Replaces characters that move the cursor, because
    /// names of files and answers of servers may be part of the message.
    public void printMessage(String sentence) {
        printMessage(sentence, Optional.empty());
    }

    /// Prints a message above an animation, if there is one.
    public void printMessage(String sentence, Optional<Animation> drawn) {
        String line = "weft: " + TextWidth.shown(sentence);
        drawn.ifPresentOrElse(
                below -> below.printAbove(line),
                () -> {
                    err.println(line);
                    err.flush();
                });
    }

    /// Returns a path relative to the folder if the path is below it.
    public Path shown(Path path) {
        Path here = folder.toAbsolutePath().normalize();
        Path there = path.toAbsolutePath().normalize();
        return there.startsWith(here) ? here.relativize(there) : there;
    }

    @Override
    public String toString() {
        return "Terminal[hidden]";
    }
}
