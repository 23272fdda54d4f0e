package dev.weft.mode;

import dev.weft.workload.ResourceExhaustion;
import dev.weft.workload.Outcome;
import dev.weft.workload.Workload;
import java.util.concurrent.Executor;

/// Brings a flight to its end whatever its workload does, so that no permit is ever lost.
final class ItemRunner {
    private ItemRunner() {}

    /// Works on the item in this thread and finishes its flight.
    static void land(ItemExecution flight, Workload.Blocking work) {
        try {
            flight.finish(work.perform(flight.item(), flight.trace()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            flight.finish(new Outcome.Failed("Interrupted", "the upload was interrupted"));
        } catch (RuntimeException | Error e) {
            flight.finish(defect(e));
        }
    }

    /// Works on the item in a thread of the executor and finishes its flight, also where there is
    /// no thread to be had.
    static void land(ItemExecution flight, Workload.Blocking work, Executor executor) {
        try {
            executor.execute(() -> land(flight, work));
        } catch (RuntimeException | Error e) {
            flight.finish(defect(e));
        }
    }

    /// Starts work on the item; its flight is finished when the future is.
    static void launch(ItemExecution flight, Workload.NonBlocking work) {
        try {
            var _ =
                    work.perform(flight.item(), flight.trace())
                            .whenComplete(
                                    (outcome, failure) ->
                                            flight.finish(
                                                    failure == null ? outcome : defect(failure)));
        } catch (RuntimeException | Error e) {
            flight.finish(defect(e));
        }
    }

    private static Outcome defect(Throwable cause) {
        return ResourceExhaustion.of(cause)
                .map(what -> new Outcome.Failed(what.code(), what.remedy()))
                .orElseGet(
                        () ->
                                new Outcome.Failed(
                                        cause.getClass().getSimpleName(), String.valueOf(cause)));
    }
}
