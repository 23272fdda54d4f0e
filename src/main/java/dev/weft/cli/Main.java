package dev.weft.cli;

/// Start of the program.
public final class Main {
    private Main() {}

    /// Runs weft and ends the JVM with its exit code.
    public static void main(String[] arguments) {
        System.exit(Weft.execute(Terminal.system(), arguments));
    }
}
