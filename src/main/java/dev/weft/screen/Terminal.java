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

/// The world as a command sees it: nothing else in weft touches standard streams or the
/// environment.
///
/// @param variables of the environment
/// @param folder that relative paths start from
/// @param animated whether a person sees what goes to `err`, such as a bar that moves
/// @param interactive whether that person can answer a question, too
/// @param outWatched whether a person sees what goes to `out`
/// @param window of the terminal, where there is one
/// @param charset of what goes to `err`
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

    /// A world without a window.
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

    /// The same, where all that is said goes to `err`: what goes to `out` is for a program.
    public Terminal withAllOutputOnErr() {
        return new Terminal(
                err, err, in, variables, folder, animated, interactive, animated, window, charset);
    }

    /// How large the window is now: `COLUMNS` comes first.
    public TerminalWindow.Size size() {
        TerminalWindow.Size size = window.size().orElse(TerminalWindow.Size.USUAL);
        OptionalInt columns = columns();
        return columns.isPresent()
                ? new TerminalWindow.Size(columns.getAsInt(), size.rows())
                : size;
    }

    /// How wide a table on `out` may be; empty where nobody is to outWatched it there.
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

    /// What it can show.
    public TerminalFeatures features() {
        return TerminalFeatures.of(variables, charset);
    }

    /// Begins to draw on `err`.
    public Animation animation(Function<TerminalWindow.Size, List<String>> frames) {
        return Animation.of(new LinePainter(err), this::size, frames);
    }

    /// Says something on `err`, in one sentence. Part of it may come from a zip, a file or a
    /// server: nothing in it moves the cursor.
    public void printMessage(String sentence) {
        printMessage(sentence, Optional.empty());
    }

    /// Says something likewise.
    ///
    /// @param drawn below it, where something is
    public void printMessage(String sentence, Optional<Animation> drawn) {
        String line = "weft: " + TextWidth.shown(sentence);
        drawn.ifPresentOrElse(
                below -> below.printAbove(line),
                () -> {
                    err.println(line);
                    err.flush();
                });
    }

    /// A path as a person would name it: relative to the folder where it lies below it.
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
