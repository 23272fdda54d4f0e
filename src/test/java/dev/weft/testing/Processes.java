package dev.weft.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// Processes other than this one.
public final class Processes {
    private Processes() {}

    /// Whether a process runs. A zombie does not.
    public static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !isZombie(pid);
    }

    /// The processes that this one started, and those that they started.
    public static Set<Long> ofOurs() {
        return ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::pid)
                .filter(Processes::isAlive)
                .collect(Collectors.toSet());
    }

    /// Waits until the process has ended, or so long. Whether it has.
    public static boolean ends(long pid, Duration limit) throws InterruptedException {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty() || isZombie(pid)) {
            return true;
        }
        try {
            var _ = process.get().onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !isAlive(pid);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isZombie(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }
}
