package dev.weft.screen;

import dev.weft.plan.ModeName;
import dev.weft.plot.ModeStyle;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;

/// Features of a terminal: characters and colors.
///
/// @param unicode whether it shows more than ASCII
public record TerminalFeatures(boolean unicode, Colours colours) {
    private static final String RESET = "\033[0m";

    /// ASCII without colors.
    public static final TerminalFeatures PLAIN = new TerminalFeatures(false, Colours.NONE);

    /// Number of colors.
    public enum Colours {
        /// No colors.
        NONE,
        /// The 256 colors of xterm.
        INDEXED,
        /// 16 million colors.
        TRUE
    }

    /// Reads the features from `NO_COLOR`, `TERM` and `COLORTERM`.
    ///
    /// @param charset charset of the output
    public static TerminalFeatures of(Map<String, String> variables, Charset charset) {
        return new TerminalFeatures(charset.name().startsWith("UTF-"), colours(variables));
    }

    private static Colours colours(Map<String, String> variables) {
        String terminal = variables.getOrDefault("TERM", "").toLowerCase(Locale.ROOT);
        String depth = variables.getOrDefault("COLORTERM", "").toLowerCase(Locale.ROOT);
        if (!variables.getOrDefault("NO_COLOR", "").isEmpty() || !canMove(variables)) {
            return Colours.NONE;
        }
        if (depth.equals("truecolor") || depth.equals("24bit") || terminal.endsWith("-direct")) {
            return Colours.TRUE;
        }
        return terminal.contains("256color") ? Colours.INDEXED : Colours.NONE;
    }

    /// Returns whether the terminal can move the cursor back to earlier lines.
    public static boolean canMove(Map<String, String> variables) {
        String terminal = variables.getOrDefault("TERM", "").toLowerCase(Locale.ROOT);
        return !terminal.isEmpty() && !terminal.equals("dumb");
    }

    /// Returns text in the color of a mode. The sequential mode has the default color, because the
    /// background is unknown.
    public String inked(ModeName mode, String text) {
        if (mode == ModeName.SEQUENTIAL || text.isEmpty()) {
            return text;
        }
        int rgb = ModeStyle.rgb(mode);
        return switch (colours) {
            case NONE -> text;
            case INDEXED -> "\033[38;5;%dm".formatted(Palette.nearest(rgb)) + text + RESET;
            case TRUE ->
                    "\033[38;2;%d;%d;%dm".formatted(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF)
                            + text
                            + RESET;
        };
    }
}
