package dev.weft.mode;

import dev.weft.testing.LocalStack;
import dev.weft.testing.ServerStore;
import dev.weft.testing.StoreUnderTest;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/// Looked for by the first test that needs it, so that each test is counted as skipped where there
/// is none.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModesOnLocalStackIT {
    private Optional<ServerStore> store = Optional.empty();

    @AfterAll
    void stop() {
        store.ifPresent(ServerStore::close);
    }

    private StoreUnderTest start() {
        if (store.isEmpty()) {
            store = Optional.of(new ServerStore(LocalStack.target("modes"), ModeContract.PERMITS));
        }
        return store.get();
    }

    abstract class OnStore implements ModeContract {
        @Override
        public StoreUnderTest store() {
            return start();
        }
    }

    @Nested
    class SequentialMode extends OnStore implements ModeContract.OfSequential {}

    @Nested
    class ThreadsMode extends OnStore implements ModeContract.OfThreads {}

    @Nested
    class AsyncMode extends OnStore implements ModeContract.OfAsync {}

    @Nested
    class VirtualMode extends OnStore implements ModeContract.OfVirtual {}
}
