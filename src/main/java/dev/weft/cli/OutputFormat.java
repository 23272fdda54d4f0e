package dev.weft.cli;

import java.util.Locale;

/// The forms in which results are told on standard output.
enum OutputFormat {
    /// For a person at a terminal.
    TABLE,
    /// For programs, with all that there is.
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
