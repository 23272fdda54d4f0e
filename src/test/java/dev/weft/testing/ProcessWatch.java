package dev.weft.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Looks at a process and at all that it starts, as others on the same machine can: until it ends,
/// many times a second.
public final class ProcessWatch {
    private static final long PAUSE_MILLIS = 20;
    private static final int SIGQUIT_BIT = 2;

    private final ProcessHandle process;
    private final Map<Long, String> commandLines = new ConcurrentHashMap<>();
    private final Map<Long, String> environments = new ConcurrentHashMap<>();
    private final Map<Long, String> threadDumps = new ConcurrentHashMap<>();
    private final List<Thread> threads;

    /// Begins to look.
    public ProcessWatch(Process process) {
        this.process = process.toHandle();
        this.threads =
                List.of(
                        Thread.ofPlatform().daemon().start(() -> repeat(this::look)),
                        Thread.ofPlatform().daemon().start(() -> repeat(this::dump)));
    }

    /// What the process list showed of each JVM.
    public List<String> commandLines() {
        return List.copyOf(commandLines.values());
    }

    /// The environments of the JVMs that it started, not its own; none where the system has no such
    /// files.
    public List<String> environments() {
        return List.copyOf(environments.values());
    }

    /// A thread dump of each JVM that lived long enough.
    public List<String> threadDumps() {
        return List.copyOf(threadDumps.values());
    }

    private interface Step {
        void take() throws IOException, InterruptedException;
    }

    private void repeat(Step step) {
        try {
            while (process.isAlive()) {
                step.take();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    private void look() {
        for (ProcessHandle one : all()) {
            String commandLine =
                    read(one.pid(), "cmdline")
                            .replace('\0', ' ')
                            .concat(one.info().commandLine().orElse(""));
            // Between fork and exec a process is not yet what it is to be.
            if (commandLine.contains("dev.weft")) {
                commandLines.merge(one.pid(), commandLine, String::concat);
                if (one.pid() != process.pid()) {
                    environments.put(one.pid(), read(one.pid(), "environ"));
                }
            }
        }
    }

    private void dump() throws IOException, InterruptedException {
        for (ProcessHandle one : all()) {
            if (!threadDumps.containsKey(one.pid()) && takesDumps(one.pid())) {
                Process jcmd =
                        new ProcessBuilder(
                                        Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                                .toString(),
                                        Long.toString(one.pid()),
                                        "Thread.print")
                                .redirectErrorStream(true)
                                .start();
                String said =
                        new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (jcmd.waitFor() == 0) {
                    threadDumps.put(one.pid(), said);
                }
            }
        }
    }

    /// Whether a JVM is far enough to be asked: the signal by which it is would end it before.
    private static boolean takesDumps(long pid) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith("SigCgt:"))
                .map(line -> line.substring("SigCgt:".length()).strip())
                .anyMatch(caught -> (Long.parseUnsignedLong(caught, 16) >> SIGQUIT_BIT & 1) == 1);
    }

    /// A file of Linux about a process; nothing where there is none, or the process has ended.
    private static String read(long pid, String file) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(pid), file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /// Waits until it has seen the end.
    public void awaitEnd() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
