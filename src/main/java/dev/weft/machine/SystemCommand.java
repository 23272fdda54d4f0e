package dev.weft.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Runs programs of the operating system for their output. Tests replace it.
@FunctionalInterface
interface SystemCommand {
    /// Returns the output of a program. Empty if the program is missing, fails, takes more than 1 s
    /// or prints nothing.
    Optional<String> output(String... command);

    /// Returns the installed programs of this machine.
    static SystemCommand ofThisMachine() {
        return SystemCommand::run;
    }

    private static Optional<String> run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(output.strip())
                    .filter(text -> process.exitValue() == 0 && !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
