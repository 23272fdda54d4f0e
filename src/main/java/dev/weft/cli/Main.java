package dev.weft.cli;

import dev.weft.screen.Terminal;
import dev.weft.session.ExitCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Locale;

/// Entry point of the program.
public final class Main {
    private Main() {}

    /// Runs weft and ends the JVM with its exit code.
    public static void main(String[] arguments) {
        // Numbers have the same format on all machines.
        Locale.setDefault(Locale.ROOT);
        StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        Terminal terminal = SystemTerminal.of(output);
        int exitCode = Weft.execute(terminal, arguments);
        terminal.out().flush();
        output.loss().ifPresent(terminal::printMessage);
        System.exit(
                exitCode == ExitCode.OK && output.loss().isPresent() ? ExitCode.FAILED : exitCode);
    }
}
