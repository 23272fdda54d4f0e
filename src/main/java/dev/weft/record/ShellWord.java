package dev.weft.record;

/// A word of a command line, as a shell takes it for one.
public final class ShellWord {
    private ShellWord() {}

    /// The word itself, or in quotes where a shell would change or divide it.
    public static String of(String word) {
        return word.matches("[\\w./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
