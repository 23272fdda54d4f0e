package dev.weft.server;

import static dev.weft.server.ServerUnderTest.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;

final class ManyUploadsTest {
    private static final int UPLOADS = 1000;

    @Test
    @Timeout(300)
    void holdsAThousandUploadsInFlight(@TempDir Path folder) throws Exception {
        ServerSettings slow =
                ServerSettings.onLoopback(BUCKET, folder).withPutLatency(Duration.ofSeconds(1));
        Meeting all = new Meeting(UPLOADS);
        AtomicReference<CountingStore> counting = new AtomicReference<>();
        try (ServerUnderTest server =
                        ServerUnderTest.start(
                                slow,
                                store -> {
                                    counting.set(new CountingStore(store, all::meet));
                                    return counting.get();
                                });
                S3AsyncClient client = server.asyncClient(UPLOADS).build()) {
            CompletableFuture<?>[] uploads =
                    IntStream.range(0, 2 * UPLOADS)
                            .mapToObj(
                                    index ->
                                            client.putObject(
                                                    p -> p.bucket(BUCKET).key("many/" + index),
                                                    AsyncRequestBody.fromBytes(new byte[1024])))
                            .toArray(CompletableFuture<?>[]::new);

            CompletableFuture.allOf(uploads).join();

            assertThat(counting.get().total()).isEqualTo(2 * UPLOADS);
            assertThat(counting.get().peak()).isEqualTo(UPLOADS);
            assertThat(stored(server)).isEqualTo(2 * UPLOADS);
        }
    }

    /// Holds everybody back until as many are there as are expected.
    private record Meeting(CountDownLatch missing) {
        Meeting(int expected) {
            this(new CountDownLatch(expected));
        }

        void meet() {
            missing.countDown();
            try {
                missing.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static long stored(ServerUnderTest server) {
        try (S3Client client = server.client()) {
            return client.listObjectsV2Paginator(l -> l.bucket(BUCKET)).contents().stream().count();
        }
    }
}
