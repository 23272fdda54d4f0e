package dev.weft.workload;

import dev.weft.archive.Item;
import java.util.concurrent.CompletableFuture;

/// What is done with one item: in the calling thread, or as a future.
///
/// A workload never throws for an item that failed: that is an [Outcome.Failed]. It is safe to call
/// from many threads.
public sealed interface Workload {
    /// Work that holds its thread until it is done.
    non-sealed interface Blocking extends Workload {
        /// Works on one item in the calling thread.
        ///
        /// @throws InterruptedException when the thread was interrupted before the item was done
        Outcome perform(Item item, ItemObserver trace) throws InterruptedException;
    }

    /// Work that goes on while its thread does something else.
    non-sealed interface NonBlocking extends Workload {
        /// Starts work on one item. The future completes normally, also for an item that failed.
        CompletableFuture<Outcome> perform(Item item, ItemObserver trace);
    }
}
