package dev.weft.session;

import dev.weft.screen.Terminal;
import dev.weft.text.TextWidth;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;

/// Asks the user to confirm.
public record ConfirmationPrompt(Terminal terminal) {
    /// Returns whether the user answers yes. The end of the input counts as no.
    public boolean isConfirmed(String question) {
        terminal.err().print("weft: " + TextWidth.shown(question) + " [y/N] ");
        terminal.err().flush();
        return answer().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private String answer() {
        try {
            String line =
                    new BufferedReader(
                                    new InputStreamReader(terminal.in(), Charset.defaultCharset()))
                            .readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            return "";
        }
    }
}
