package dev.weft.verify;

import dev.weft.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// Queries many objects in parallel, each with the same yes-or-no query.
final class ObjectQueries implements AutoCloseable {
    private final ExecutorService threads;
    private final BooleanSupplier abandoned;
    private final AtomicBoolean failed = new AtomicBoolean();

    /// A query about one object, answered yes or no.
    interface Query<T> {
        /// Sends the requests of the query.
        boolean ask(T object) throws StoreException;
    }

    /// @param concurrency largest number of parallel queries
    /// @param abandoned checked before each query; once true, no query starts
    ObjectQueries(int concurrency, BooleanSupplier abandoned) {
        this.threads = Executors.newFixedThreadPool(concurrency, Thread.ofVirtual().factory());
        this.abandoned = abandoned;
    }

    /// The answers, in the order of the objects. Skipped queries count as no.
    ///
    /// @throws StoreException first failure in the order of the objects; later queries are skipped
    <T> List<Boolean> ask(List<T> objects, Query<? super T> query) throws StoreException {
        List<Callable<Boolean>> tasks =
                objects.stream()
                        .<Callable<Boolean>>map(object -> () -> askOne(object, query))
                        .toList();
        try {
            List<Boolean> answers = new ArrayList<>();
            for (Future<Boolean> answer : threads.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StoreException failure
                    ? failure
                    : new StoreException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("it was interrupted while objects were looked at", e);
        }
    }

    private <T> boolean askOne(T object, Query<? super T> query) throws StoreException {
        if (failed.get() || abandoned.getAsBoolean()) {
            return false;
        }
        try {
            return query.ask(object);
        } catch (StoreException e) {
            failed.set(true);
            throw e;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
