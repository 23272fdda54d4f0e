package dev.weft.workload;

import java.time.Duration;

/// Where a workload says what happens to an item on its way. Safe to call from any thread.
public interface ItemObserver {
    /// The request is about to be handed to the client.
    void requestStarted();

    /// An attempt goes out; the first one counts too.
    void attempt();

    /// The server answered an attempt that it is to be left alone for a while.
    void throttled();

    /// An attempt has a connection, or was refused one.
    ///
    /// @param wait how long it waited for it
    void connectionWait(Duration wait);
}
