package dev.weft.cli;

import java.util.Locale;

/// The formats of results on standard output.
enum OutputFormat {
    /// For a person at a terminal.
    TABLE,
    /// For programs, complete.
    JSON,
    /// For spreadsheets.
    CSV,
    /// For pages and pull requests.
    MARKDOWN;

    /// The name on the command line.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
