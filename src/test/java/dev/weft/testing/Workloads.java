package dev.weft.testing;

import dev.weft.archive.Item;
import dev.weft.mode.Mode;
import dev.weft.mode.Pass;
import dev.weft.workload.ItemObserver;
import dev.weft.workload.Outcome;
import dev.weft.workload.Workload;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// One workload in both of its forms, so that every mode can be driven with it.
public record Workloads(Workload.Blocking blocking, Workload.NonBlocking nonBlocking) {
    private static final Executor NEW_THREAD = work -> Thread.ofVirtual().start(work);

    /// The asynchronous form runs the blocking one in a thread of its own.
    public static Workloads of(Workload.Blocking blocking) {
        return new Workloads(
                blocking,
                (item, trace) ->
                        CompletableFuture.supplyAsync(
                                () -> uninterrupted(blocking, item, trace), NEW_THREAD));
    }

    private static Outcome uninterrupted(Workload.Blocking work, Item item, ItemObserver trace) {
        try {
            return work.perform(item, trace);
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    /// Drives the pass in that mode, with the form of this workload that fits.
    public void drive(Mode mode, Pass pass) throws InterruptedException {
        switch (mode) {
            case Mode.Blocking holding -> holding.drive(pass, blocking);
            case Mode.NonBlocking answering -> answering.drive(pass, nonBlocking);
        }
    }
}
