package dev.weft.mode;

import dev.weft.plan.Target;
import dev.weft.testing.LocalStack;
import dev.weft.testing.ServerStore;
import dev.weft.testing.StoreUnderTest;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.opentest4j.TestAbortedException;
import software.amazon.awssdk.services.s3.S3Client;

/// Started by the first test that needs it, so that each test is counted as skipped where there is
/// none.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModesOnLocalStackIT {
    private Optional<LocalStack> localStack = Optional.empty();
    private Optional<ServerStore> store = Optional.empty();
    private Optional<TestAbortedException> absence = Optional.empty();

    @AfterAll
    void stop() {
        store.ifPresent(ServerStore::close);
        localStack.ifPresent(LocalStack::close);
    }

    private StoreUnderTest start() {
        if (absence.isPresent()) {
            throw absence.get();
        }
        if (store.isEmpty()) {
            try {
                localStack = Optional.of(LocalStack.start());
            } catch (TestAbortedException e) {
                absence = Optional.of(e);
                throw e;
            }
            store = Optional.of(store(localStack.get().target("modes")));
        }
        return store.get();
    }

    private static ServerStore store(Target target) {
        try (S3Client client = ServerStore.client(target)) {
            client.createBucket(request -> request.bucket(target.bucket()));
        }
        return new ServerStore(target, ModeContract.PERMITS);
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
