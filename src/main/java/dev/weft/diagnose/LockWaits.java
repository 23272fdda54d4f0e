package dev.weft.diagnose;

import java.util.List;
import java.util.Optional;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;

/// Which waits are for a lock, and which lock that is.
///
/// A thread that waits for work parks too: at a condition of a queue, in a pool, for a future. That
/// says nothing of a lack. The recorder has locks, too, that nobody waits for without it.
final class LockWaits {
    private static final String SEMAPHORE = "java.util.concurrent.Semaphore$";

    private static final List<String> LOCKS =
            List.of(
                    "java.util.concurrent.locks.ReentrantLock$",
                    "java.util.concurrent.locks.ReentrantReadWriteLock$",
                    "java.util.concurrent.locks.StampedLock",
                    SEMAPHORE);

    private LockWaits() {}

    /// The class of the monitor that a thread had to wait for.
    static Optional<String> monitor(RecordedEvent event) {
        return type(event, "monitorClass");
    }

    /// The class of the lock that a thread parked for; empty where it was for something else.
    /// weft's own semaphores are the limit of a pass: to wait there is their purpose.
    static Optional<String> parked(RecordedEvent event) {
        return type(event, "parkedClass")
                .filter(type -> LOCKS.stream().anyMatch(type::startsWith))
                .filter(
                        type ->
                                !type.startsWith(SEMAPHORE)
                                        || !Stack.of(event).caller().startsWith("dev.weft.run."))
                .map(type -> type.substring(0, nameEnd(type)));
    }

    private static Optional<String> type(RecordedEvent event, String field) {
        return Optional.<RecordedClass>ofNullable(event.getClass(field))
                .filter(_ -> !Stack.of(event).involves(CodeOwner.RECORDER))
                .map(type -> TypeName.readable(type.getName()));
    }

    /// The classes that park are inner ones, such as `ReentrantLock$NonfairSync`.
    private static int nameEnd(String type) {
        int inner = type.indexOf('$');
        return inner < 0 ? type.length() : inner;
    }
}
