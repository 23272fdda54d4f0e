package dev.weft.workload;

import java.time.Duration;

/// Receives the events of an item. Safe for use by several threads.
public interface ItemObserver {
    /// The request is about to be passed to the client.
    void requestStarted();

    /// An attempt starts, including the first one.
    void attempt();

    /// The server answered an attempt with a request to slow down.
    void throttled();

    /// An attempt got a connection, or failed to get one.
    ///
    /// @param wait time of the wait for the connection
    void connectionWait(Duration wait);
}
