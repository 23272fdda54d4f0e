package dev.weft.testing;

import dev.weft.archive.Item;
import dev.weft.workload.ItemObserver;
import dev.weft.workload.Outcome;
import dev.weft.workload.Workload;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Lets the work on some items go wrong.
///
/// @param byIndex what happens to which item; all others are worked on
public record Mishaps(Map<Integer, Mishap> byIndex) {
    /// What goes wrong.
    public enum Mishap {
        /// The item fails with an outcome of the workload.
        FAILS,
        /// The workload breaks its promise and throws.
        THROWS,
        /// The workload throws what is no exception.
        THROWS_ERROR,
        /// There is no memory for the item.
        NO_MEMORY,
        /// The future of the workload fails. A blocking workload throws.
        FUTURE_FAILS
    }

    /// The same workload with these mishaps.
    public Workloads around(Workloads work) {
        Workload.Blocking blocking =
                (item, trace) -> {
                    Optional<CompletableFuture<Outcome>> mishap = happens(item);
                    return mishap.isPresent()
                            ? mishap.get().join()
                            : work.blocking().perform(item, trace);
                };
        Workload.NonBlocking nonBlocking =
                (item, trace) -> happens(item).orElseGet(() -> perform(work, item, trace));
        return new Workloads(blocking, nonBlocking);
    }

    private static CompletableFuture<Outcome> perform(
            Workloads work, Item item, ItemObserver trace) {
        return work.nonBlocking().perform(item, trace);
    }

    private Optional<CompletableFuture<Outcome>> happens(Item item) {
        Optional<Mishap> mishap = Optional.ofNullable(byIndex.get(item.index()));
        return mishap.map(
                what ->
                        switch (what) {
                            case FAILS ->
                                    CompletableFuture.completedFuture(
                                            new Outcome.Failed("SlowDown", "please slow down"));
                            case THROWS -> throw new IllegalStateException("broken workload");
                            case THROWS_ERROR -> throw new StackOverflowError("too deep");
                            case NO_MEMORY -> throw new OutOfMemoryError("Java heap space");
                            case FUTURE_FAILS ->
                                    CompletableFuture.failedFuture(
                                            new IllegalStateException("broken future"));
                        });
    }
}
