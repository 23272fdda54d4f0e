package dev.weft.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A child JVM of the same JDK. It exits when its standard input ends, and so also exits if weft is
/// killed. Its command line names the parent process, which identifies it in a process list. Its
/// standard error goes to a log file of its own.
final class ChildJvm implements AutoCloseable {
    private static final int LAST_LINES = 3;

    /// Start of the line that a JVM prints before it exits for lack of memory.
    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError: ";

    /// First option, because some systems show only the beginning of a command line.
    private static final String PARENT_PROPERTY = "-Dweft.parent=";

    private final Process process;
    private final Path log;
    private volatile boolean closed;
    private final Duration exitTimeout;

    private ChildJvm(Process process, Path log, Duration exitTimeout) {
        this.process = process;
        this.log = log;
        this.exitTimeout = exitTimeout;
    }

    /// Starts a JVM with the class path of this JVM.
    ///
    /// @param main the class whose main method runs
    /// @param options JVM options
    /// @param log file for standard error
    /// @param keepAws whether it inherits the `AWS_` environment variables
    /// @param exitTimeout time to exit after the end of its input
    static ChildJvm start(
            Class<?> main, List<String> options, Path log, boolean keepAws, Duration exitTimeout)
            throws IOException {
        return start(main, ClassPath.own(), options, log, keepAws, exitTimeout);
    }

    /// Starts a JVM with the given class path.
    static ChildJvm start(
            Class<?> main,
            ClassPath classes,
            List<String> options,
            Path log,
            boolean keepAws,
            Duration exitTimeout)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        PARENT_PROPERTY + ProcessHandle.current().pid(),
                        "-XX:+ExitOnOutOfMemoryError",
                        // Standard output carries only messages of the protocol.
                        "-XX:+DisplayVMOutputToStderr",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true"));
        if (Runtime.version().feature() == 25) {
            // Netty uses sun.misc.Unsafe, of which JDK 25 warns. Later JDKs may reject the option.
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(options);
        command.addAll(List.of("-cp", classes.text(), main.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        if (!keepAws) {
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        }
        return new ChildJvm(builder.start(), log, exitTimeout);
    }

    /// Standard output of the child.
    InputStream output() {
        return process.getInputStream();
    }

    /// Standard input of the child.
    OutputStream input() {
        return process.getOutputStream();
    }

    /// Exit code and last lines of the log, as one sentence.
    String lastWords() throws InterruptedException {
        String ending =
                process.waitFor(exitTimeout)
                        ? "its JVM ended with exit code " + process.exitValue()
                        : "its JVM closed its output";
        try {
            List<String> lines = Files.readAllLines(log);
            String last =
                    String.join(
                            " | ",
                            lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
            return last.isBlank() ? ending : ending + ": " + last;
        } catch (IOException e) {
            return ending;
        }
    }

    /// Kind of memory that ran out, as the JVM reports it. Empty if the JVM still runs or exited
    /// for another reason.
    Optional<String> exhausted() throws InterruptedException {
        if (!process.waitFor(exitTimeout)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(OUT_OF_MEMORY))
                    .map(line -> line.substring(OUT_OF_MEMORY.length()))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /// Registers a callback for an exit before [#close].
    ///
    /// @param lost receives [#lastWords], in a separate thread
    void whenLost(Consumer<String> lost) {
        var _ =
                Thread.ofVirtual()
                        .name("weft-child-watch")
                        .start(
                                () -> {
                                    try {
                                        process.waitFor();
                                        if (!closed) {
                                            lost.accept(lastWords());
                                        }
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
    }

    /// Kills the child and waits for its exit.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Closes the child's input, waits for its exit, and kills it after the timeout.
    @Override
    public void close() {
        closed = true;
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The child has already exited.
        }
        try {
            if (!process.waitFor(exitTimeout)) {
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
            // A leftover empty log is harmless.
        }
    }
}
