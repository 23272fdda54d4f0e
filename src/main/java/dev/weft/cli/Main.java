package dev.weft.cli;

import java.util.Locale;

/// Start of the program.
public final class Main {
    private Main() {}

    /// Runs weft and ends the JVM with its exit code.
    public static void main(String[] arguments) {
        // Figures look the same everywhere, in tables as in files.
        Locale.setDefault(Locale.ROOT);
        System.exit(Weft.execute(Terminal.system(), arguments));
    }
}
