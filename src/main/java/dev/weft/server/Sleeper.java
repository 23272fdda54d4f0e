package dev.weft.server;

import java.time.Duration;

/// A way to wait.
interface Sleeper {
    /// Waits so long.
    void last(Duration duration) throws InterruptedException;

    /// Waits in a request, which fails when the server stops.
    default void hold(Duration duration) {
        try {
            last(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", e);
        }
    }
}
