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

/// A JVM that weft started, of the same JDK and class path. It ends when its standard input does:
/// also when weft itself was killed. Its command line names the process that started it, by which
/// it is found in a list of processes. What it writes to standard error goes to a file of its own.
final class ChildJvm implements AutoCloseable {
    private static final int LAST_LINES = 3;

    /// What a JVM says before it ends itself because it has no memory left.
    private static final String EXHAUSTED = "Terminating due to java.lang.OutOfMemoryError: ";

    /// Stands first, because some systems show no more of a command line than its beginning.
    private static final String MARK = "-Dweft.parent=";

    private final Process process;
    private final Path log;
    private volatile boolean closed;
    private final Duration end;

    private ChildJvm(Process process, Path log, Duration end) {
        this.process = process;
        this.log = log;
        this.end = end;
    }

    /// Starts a JVM.
    ///
    /// @param main the class whose main method runs
    /// @param options of the JVM
    /// @param keepAws whether it sees the `AWS_` variables of weft's own environment
    /// @param end how long it may take to end once its input has
    static ChildJvm start(
            Class<?> main, List<String> options, Path log, boolean keepAws, Duration end)
            throws IOException {
        return start(main, ClassPath.own(), options, log, keepAws, end);
    }

    /// Starts a JVM of another class path.
    static ChildJvm start(
            Class<?> main,
            ClassPath classes,
            List<String> options,
            Path log,
            boolean keepAws,
            Duration end)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        MARK + ProcessHandle.current().pid(),
                        "-XX:+ExitOnOutOfMemoryError",
                        // What the JVM itself says then would be taken for a message.
                        "-XX:+DisplayVMOutputToStderr",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true"));
        if (Runtime.version().feature() == 25) {
            // Netty asks for memory in a way that this JDK warns of; later ones may not know the
            // option.
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(options);
        command.addAll(List.of("-cp", classes.text(), main.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        if (!keepAws) {
            builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        }
        return new ChildJvm(builder.start(), log, end);
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
                process.waitFor(end)
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

    /// What it had no memory left for, in the words of the JVM; empty where it did not end for
    /// that.
    Optional<String> exhausted() throws InterruptedException {
        if (!process.waitFor(end)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(EXHAUSTED))
                    .map(line -> line.substring(EXHAUSTED.length()))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /// Tells when it ends although nobody closed it.
    ///
    /// @param lost gets its last words, from a thread of its own
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

    /// Ends it at once; it is gone when this returns.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Ends it: by closing its input, and by force where that does not help.
    @Override
    public void close() {
        closed = true;
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
        }
        try {
            if (!process.waitFor(end)) {
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
