package dev.weft.workload;

import dev.weft.archive.Item;
import java.util.concurrent.CompletableFuture;

/// The work on one item, in the calling thread or as a future.
///
/// A workload reports a failed item as [Outcome.Failed] and never throws for it. It is safe for use
/// by several threads.
public sealed interface Workload {
    /// Work that blocks its thread.
    non-sealed interface Blocking extends Workload {
        /// Works on one item in the calling thread.
        ///
        /// @throws InterruptedException if the thread is interrupted before the item is complete
        Outcome perform(Item item, ItemObserver trace) throws InterruptedException;
    }

    /// Work that does not block its thread.
    non-sealed interface NonBlocking extends Workload {
        /// Starts the work on one item. The future completes normally, also for a failed item.
        CompletableFuture<Outcome> perform(Item item, ItemObserver trace);
    }
}
