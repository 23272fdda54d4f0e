package dev.weft.mode;

import dev.weft.testing.Embedded;
import dev.weft.testing.ServerStore;
import dev.weft.testing.StoreUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModesOnEmbeddedServerTest {
    private final Embedded server;
    private final ServerStore store;

    ModesOnEmbeddedServerTest(@TempDir Path folder) throws Exception {
        server = Embedded.start(folder);
        store = new ServerStore(server.target(), ModeContract.PERMITS);
    }

    @AfterAll
    void stop() {
        store.close();
        server.close();
    }

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
