package dev.weft.mode;

import java.util.Optional;

/// The items of one pass. Each item in flight holds a permit, so that the number of permits is the
/// concurrency.
///
/// Safe to call from many threads. Items are unzipped one at a time.
public interface Pass {
    /// Waits for a permit, then unzips the next item. Empty at the end of the archive or after
    /// [#stop].
    Optional<ItemExecution> next() throws InterruptedException;

    /// Ends the handing out of items. Items in flight continue.
    ///
    /// @param reason one sentence for the result; the first call counts
    void stop(String reason);

    /// Waits until no item is in flight.
    void awaitIdle() throws InterruptedException;
}
