package dev.weft.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// One at a time for a file: among the threads of this JVM, and, with a file lock, among JVMs.
///
/// The file lock alone would not do. It belongs to the whole JVM, and closing any handle of the
/// file drops it; so within a JVM a handle must be closed under the same lock.
final class ExclusiveAccess {
    private static final ConcurrentMap<Path, ReentrantLock> WITHIN_THIS_JVM =
            new ConcurrentHashMap<>();

    private static final long RETRY_NANOS = 1_000_000;

    private ExclusiveAccess() {}

    /// What is to be done while nobody else touches the file.
    interface Action<T> {
        T perform() throws IOException;
    }

    /// Performs while no other thread of this JVM does.
    ///
    /// @param realPath of a file that is there, from [Path#toRealPath]
    static <T> T among(Path realPath, Action<T> action) throws IOException {
        ReentrantLock lock = WITHIN_THIS_JVM.computeIfAbsent(realPath, path -> new ReentrantLock());
        lock.lock();
        try {
            return action.perform();
        } finally {
            lock.unlock();
        }
    }

    /// Locks a file against other JVMs; waits for as long as it takes. To be called within
    /// [#among].
    ///
    /// @param shared for reading, together with other readers
    static FileLock lock(RandomAccessFile file, boolean shared) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                // Not lock(): an interrupt while it waits closes the file.
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
