package dev.weft.session;

import java.util.Locale;

/// Formats of results on standard output.
public enum OutputFormat {
    /// A table for a terminal.
    TABLE,
    /// A complete document for programs.
    JSON,
    /// Rows for spreadsheets.
    CSV,
    /// Text for web pages and pull requests.
    MARKDOWN;

    /// Returns the name on the command line.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
