package dev.weft.mode;

import dev.weft.workload.Outcome;
import dev.weft.workload.ResourceExhaustion;
import dev.weft.workload.Workload;
import java.util.concurrent.Executor;

/// Runs the upload of an item and finishes the item whatever the workload throws, so that its
/// permit is always released.
final class ItemRunner {
    private ItemRunner() {}

    /// Runs the upload in this thread.
    static void land(ItemExecution execution, Workload.Blocking work) {
        try {
            execution.finish(work.perform(execution.item(), execution.trace()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            execution.finish(new Outcome.Failed("Interrupted", "the upload was interrupted"));
        } catch (RuntimeException | Error e) {
            execution.finish(failed(e));
        }
    }

    /// Runs the upload in a thread of the executor. The item fails if the thread cannot be started.
    static void land(ItemExecution execution, Workload.Blocking work, Executor executor) {
        try {
            executor.execute(() -> land(execution, work));
        } catch (RuntimeException | Error e) {
            execution.finish(failed(e));
        }
    }

    /// Starts the upload; the item is finished when the future completes.
    static void launch(ItemExecution execution, Workload.NonBlocking work) {
        try {
            var _ =
                    work.perform(execution.item(), execution.trace())
                            .whenComplete(
                                    (outcome, failure) ->
                                            execution.finish(
                                                    failure == null ? outcome : failed(failure)));
        } catch (RuntimeException | Error e) {
            execution.finish(failed(e));
        }
    }

    private static Outcome failed(Throwable cause) {
        return ResourceExhaustion.of(cause)
                .map(exhaustion -> new Outcome.Failed(exhaustion.code(), exhaustion.remedy()))
                .orElseGet(
                        () ->
                                new Outcome.Failed(
                                        cause.getClass().getSimpleName(), String.valueOf(cause)));
    }
}
