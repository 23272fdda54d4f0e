package dev.weft.mode;

import dev.weft.testing.MemoryStore;
import dev.weft.testing.StoreUnderTest;
import org.junit.jupiter.api.Nested;

class ModesOnMemoryStoreTest {
    private final MemoryStore store = new MemoryStore();

    abstract class OnStore implements ModeContract {
        @Override
        public StoreUnderTest store() {
            return store;
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
