package dev.weft.mode;

import dev.weft.plan.Target;
import dev.weft.testing.LocalStack;
import dev.weft.testing.ServerStore;
import dev.weft.testing.StoreUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.s3.S3Client;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModesOnLocalStackIT {
    private final LocalStack localStack = LocalStack.start();
    private final ServerStore store;

    ModesOnLocalStackIT() {
        Target target = localStack.target("modes");
        try (S3Client client = ServerStore.client(target)) {
            client.createBucket(request -> request.bucket(target.bucket()));
        }
        store = new ServerStore(target, ModeContract.PERMITS);
    }

    @AfterAll
    void stop() {
        store.close();
        localStack.close();
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
