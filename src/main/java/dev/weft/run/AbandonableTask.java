package dev.weft.run;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;

/// Runs the driving of a pass in a thread of its own. An upload may block its thread forever; such
/// a thread is abandoned.
final class AbandonableTask {
    /// Longest wait for an abandoned thread to end.
    private static final Duration JOIN_TIMEOUT = Duration.ofSeconds(1);

    private final FutureTask<?> task;
    private final Thread thread;

    /// Starts the thread.
    AbandonableTask(Callable<?> drive) {
        task = new FutureTask<>(drive);
        thread = Thread.ofPlatform().daemon().name("weft-drive").start(task);
    }

    /// Waits until the driving ends or stalls. Rethrows the exception of the driving.
    ///
    /// @param movements counter that grows with each item that starts or ends
    /// @return false if the driving stalled
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

    /// Interrupts the thread and waits briefly for its end.
    void abandon() throws InterruptedException {
        thread.interrupt();
        thread.join(JOIN_TIMEOUT);
    }
}
