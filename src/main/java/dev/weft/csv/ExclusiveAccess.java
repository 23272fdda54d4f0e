package dev.weft.csv;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// Gives exclusive access to a file: among the threads of this JVM by a lock, among JVMs by a file
/// lock.
///
/// A file lock belongs to the whole JVM, and closing any handle of the file releases it. Within a
/// JVM a handle must therefore be closed under the same JVM lock.
public final class ExclusiveAccess {
    private static final ConcurrentMap<Path, ReentrantLock> JVM_LOCKS = new ConcurrentHashMap<>();

    private static final long RETRY_NANOS = 1_000_000;

    private ExclusiveAccess() {}

    /// Action that needs exclusive access to a file.
    public interface Action<T> {
        T perform() throws IOException;
    }

    /// Performs an action while no other thread of this JVM performs one on the same file.
    ///
    /// @param realPath path of an existing file, from [Path#toRealPath]
    public static <T> T withinThisJvm(Path realPath, Action<T> action) throws IOException {
        ReentrantLock lock = JVM_LOCKS.computeIfAbsent(realPath, path -> new ReentrantLock());
        lock.lock();
        try {
            return action.perform();
        } finally {
            lock.unlock();
        }
    }

    /// Locks a file against other JVMs; waits without a limit. Must be called within
    /// [#withinThisJvm].
    ///
    /// @param shared true for a lock that other readers may hold too
    public static FileLock lock(RandomAccessFile file, boolean shared) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                // lock() would close the file if an interrupt arrives while it waits.
                FileLock lock = file.getChannel().tryLock(0, Long.MAX_VALUE, shared);
                if (lock != null) {
                    return lock;
                }
                LockSupport.parkNanos(RETRY_NANOS);
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
