package dev.weft.cli;

/// Start of the program.
public final class Main {
    private Main() {}

    /// Runs weft.
    public static void main(String[] arguments) {
        System.out.println(arguments.length);
    }
}
