package dev.weft.diagnose;

import java.util.List;
import java.util.Optional;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;

/// Selects the waits for locks and names the lock.
///
/// Left out are waits for work, which also park a thread (a condition of a queue, a pool, a
/// future), and waits of the recorder itself.
final class LockWaits {
    private static final String SEMAPHORE = "java.util.concurrent.Semaphore$";

    private static final List<String> LOCKS =
            List.of(
                    "java.util.concurrent.locks.ReentrantLock$",
                    "java.util.concurrent.locks.ReentrantReadWriteLock$",
                    "java.util.concurrent.locks.StampedLock",
                    SEMAPHORE);

    private LockWaits() {}

    /// Returns the class of the monitor that a thread waited for.
    static Optional<String> monitor(RecordedEvent event) {
        return lockClass(event, "monitorClass");
    }

    /// Returns the class of the lock that a thread parked for; empty for any other wait. Semaphores
    /// of `dev.weft.run` are left out: they limit the concurrency of a pass, so waiting is their
    /// purpose.
    static Optional<String> parked(RecordedEvent event) {
        return lockClass(event, "parkedClass")
                .filter(lockClass -> LOCKS.stream().anyMatch(lockClass::startsWith))
                .filter(
                        lockClass ->
                                !lockClass.startsWith(SEMAPHORE)
                                        || !Stack.of(event).caller().startsWith("dev.weft.run."))
                .map(lockClass -> lockClass.substring(0, outerNameEnd(lockClass)));
    }

    private static Optional<String> lockClass(RecordedEvent event, String field) {
        return Optional.<RecordedClass>ofNullable(event.getClass(field))
                .filter(_ -> !Stack.of(event).involves(CodeOwner.RECORDER))
                .map(lockClass -> TypeName.readable(lockClass.getName()));
    }

    /// Returns the end of the outer class name. The classes that park are nested ones, such as
    /// `ReentrantLock$NonfairSync`.
    private static int outerNameEnd(String lockClass) {
        int dollar = lockClass.indexOf('$');
        return dollar < 0 ? lockClass.length() : dollar;
    }
}
