package dev.weft.server;

import java.time.Duration;

/// Waits for a time.
interface Sleeper {
    /// Waits for the duration.
    void last(Duration duration) throws InterruptedException;

    /// Waits during a request. The request fails if the server stops.
    default void hold(Duration duration) {
        try {
            last(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", e);
        }
    }
}
