package dev.weft.mode;

import java.util.Optional;

/// The items of one pass, handed out against permits: at most as many are open as the pass has
/// permits.
///
/// Safe to call from many threads; unzipping itself is one stage, one item at a time.
public interface Pass {
    /// Waits for a permit, then unzips the next item. Empty at the end of the archive or after
    /// [#stop].
    Optional<ItemExecution> next() throws InterruptedException;

    /// Hands out nothing more. Items on their way go on.
    ///
    /// @param reason one sentence for the result; the first one counts
    void stop(String reason);

    /// Waits until no item is on its way.
    void awaitIdle() throws InterruptedException;
}
