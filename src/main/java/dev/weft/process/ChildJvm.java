package dev.weft.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A JVM that weft started, of the same JDK and class path. It ends when its standard input does:
/// also when weft itself was killed. What it writes to standard error goes to a file of its own.
final class ChildJvm implements AutoCloseable {
    private static final long END_SECONDS = 5;
    private static final int LAST_LINES = 3;

    private final Process process;
    private final Path log;

    private ChildJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Starts a JVM.
    ///
    /// @param main the class whose main method runs
    /// @param options of the JVM
    /// @param keepAws whether it sees the `AWS_` variables of weft's own environment
    static ChildJvm start(Class<?> main, List<String> options, Path log, boolean keepAws)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(
                List.of(
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true"));
        if (Runtime.version().feature() == 25) {
            // Netty asks for memory in a way that this JDK warns of; later ones may not know the
            // option.
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        if (!keepAws) {
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        }
        return new ChildJvm(builder.start(), log);
    }

    /// What it says.
    InputStream output() {
        return process.getInputStream();
    }

    /// Where it listens.
    OutputStream input() {
        return process.getOutputStream();
    }

    /// How it ended and what it wrote last, in one sentence.
    String lastWords() throws InterruptedException {
        String how =
                process.waitFor(END_SECONDS, TimeUnit.SECONDS)
                        ? "its JVM ended with exit code " + process.exitValue()
                        : "its JVM closed its output";
        try {
            List<String> lines = Files.readAllLines(log);
            String last =
                    String.join(
                            " | ",
                            lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
            return last.isBlank() ? how : how + ": " + last;
        } catch (IOException e) {
            return how;
        }
    }

    /// Ends it at once.
    void kill() {
        process.destroyForcibly();
    }

    /// Ends it: by closing its input, and by force where that does not help.
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
        }
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        deleteEmptyLog();
    }

    private void deleteEmptyLog() {
        try {
            if (Files.size(log) == 0) {
                Files.delete(log);
            }
        } catch (IOException e) {
            // A log too many harms nobody.
        }
    }
}
