package dev.weft.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A program of the operating system that tells something. A test gives answers of its own.
@FunctionalInterface
interface SystemCommand {
    /// What it prints; empty where it cannot be had.
    Optional<String> output(String... command);

    /// Those that are installed. None of them takes long, and one that does is given up.
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
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(said.strip())
                    .filter(text -> process.exitValue() == 0 && !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
