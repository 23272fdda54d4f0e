package dev.weft.runjson;

/// Quotes an argument for display in a shell command.
public final class ShellWord {
    private ShellWord() {}

    /// Returns the argument, in quotes if a shell would change or split it.
    public static String of(String word) {
        return word.matches("[\\w./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
