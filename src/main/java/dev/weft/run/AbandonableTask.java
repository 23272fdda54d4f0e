package dev.weft.run;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;

/// The driving of a pass, in a thread of its own: a thread that holds an upload may not come back,
/// whatever is done to it, and must then be left behind.
final class AbandonableTask {
    /// How long a thread that is left behind may take to end.
    private static final Duration ENDING = Duration.ofSeconds(1);

    private final FutureTask<?> task;
    private final Thread thread;

    /// Begins to drive.
    AbandonableTask(Callable<?> drive) {
        task = new FutureTask<>(drive);
        thread = Thread.ofPlatform().daemon().name("weft-drive").start(task);
    }

    /// Waits for the end; what the driving throws is thrown here.
    ///
    /// @param movements goes up with each item that begins or ends
    /// @return false where it is stuck
    boolean ends(Watchdog watchdog, LongSupplier movements) throws InterruptedException {
        try {
            return watchdog.seesTheEndOf(task, movements);
        } catch (InterruptedException e) {
            abandon();
            throw e;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException defect -> throw defect;
                case Error error -> throw error;
                case InterruptedException interrupted -> throw interrupted;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /// Tells the thread to end, and waits for it no longer than a moment.
    void abandon() throws InterruptedException {
        thread.interrupt();
        thread.join(ENDING);
    }
}
