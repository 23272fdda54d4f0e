package dev.weft.run;

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

/// Asks the same of many objects, several at once.
final class ObjectQueries implements AutoCloseable {
    private final ExecutorService threads;
    private final BooleanSupplier abandoned;
    private final AtomicBoolean refused = new AtomicBoolean();

    /// A question with a yes or a no.
    interface Query<T> {
        /// Makes the requests that it takes.
        boolean ask(T object) throws StoreException;
    }

    /// @param atOnce questions at most
    /// @param abandoned asked before each question; once it is true none is asked any more
    ObjectQueries(int atOnce, BooleanSupplier abandoned) {
        this.threads = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory());
        this.abandoned = abandoned;
    }

    /// The answers, in the order of the objects; a no where nobody asked any more.
    ///
    /// @throws StoreException what the server refused first, in the order of the objects; nothing
    ///   is asked after a refusal
    <T> List<Boolean> ask(List<T> objects, Query<? super T> query) throws StoreException {
        List<Callable<Boolean>> questions =
                objects.stream()
                        .<Callable<Boolean>>map(object -> () -> one(object, query))
                        .toList();
        try {
            List<Boolean> answers = new ArrayList<>();
            for (Future<Boolean> answer : threads.invokeAll(questions)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StoreException refusal
                    ? refusal
                    : new StoreException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("it was interrupted while objects were looked at", e);
        }
    }

    private <T> boolean one(T object, Query<? super T> query) throws StoreException {
        if (refused.get() || abandoned.getAsBoolean()) {
            return false;
        }
        try {
            return query.ask(object);
        } catch (StoreException e) {
            refused.set(true);
            throw e;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
