package dev.weft.session;

import java.util.Locale;

/// The formats of results on standard output.
public enum OutputFormat {
    /// For a person at a terminal.
    TABLE,
    /// For programs, complete.
    JSON,
    /// For spreadsheets.
    CSV,
    /// For pages and pull requests.
    MARKDOWN;

    /// The name on the command line.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
