package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.weft.plan.EntityTag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

final class LatencyStoreTest {
    private static final Duration LATENCY = Duration.ofMillis(20);

    private final FakeTicker ticker = new FakeTicker();
    private final List<String> events = new ArrayList<>();
    private SpillFile spill;
    private BlobStore inner;
    private LatencyStore store;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        spill = SpillFile.open(folder);
        InstantSource clock = InstantSource.system();
        Buckets buckets = new Buckets(new MemoryBudget(1_000_000), clock);
        buckets.create("bucket");
        BodyReader bodies = new BodyReader(new MemoryStorage(1_000_000), spill);
        inner = new ObjectStore(buckets, bodies, clock, EntityTag.MD5);
        store = new LatencyStore(inner, () -> LATENCY, ticker, left -> events.add("wait " + left));
    }

    @AfterEach
    void close() throws IOException {
        spill.close();
    }

    @Test
    void readsAndStoresBeforeItWaitsForWhatIsLeft() {
        store =
                new LatencyStore(
                        inner,
                        () -> LATENCY,
                        ticker,
                        left ->
                                events.add(
                                        "wait %s, stored %s"
                                                .formatted(
                                                        left, inner.blobExists("bucket", "key"))));

        store.putBlob(put("bucket"), bodyThatTakes(Duration.ofMillis(5)));

        assertThat(events).containsExactly("wait PT0.015S, stored true");
    }

    @Test
    void doesNotWaitWhenTheBodyTookLonger() {
        store.putBlob(put("bucket"), bodyThatTakes(LATENCY));

        assertThat(events).isEmpty();
    }

    @Test
    void holdsBackPartsToo() {
        var upload =
                store.initiateMultipartUpload(
                        CreateMultipartUploadRequest.builder().bucket("bucket").key("key").build());

        store.uploadMultipartPart(
                upload,
                UploadPartRequest.builder().partNumber(1).contentLength(1L).build(),
                bodyThatTakes(Duration.ofMillis(1)));

        assertThat(events).containsExactly("wait PT0.019S");
    }

    @Test
    void holdsBackNothingElse() {
        inner.putBlob(put("bucket"), bodyThatTakes(Duration.ZERO));

        store.blobMetadata("bucket", "key");
        store.list("bucket");
        store.removeBlob("bucket", "key");

        assertThat(events).isEmpty();
    }

    @Test
    void refusesAtOnce() {
        assertThatExceptionOfType(NoSuchBucketException.class)
                .isThrownBy(() -> store.putBlob(put("other"), bodyThatTakes(Duration.ZERO)));
        assertThat(events).isEmpty();
    }

    @Test
    void stopsWaitingWhenTheServerStops() {
        store =
                new LatencyStore(
                        inner,
                        () -> LATENCY,
                        ticker,
                        left -> {
                            throw new InterruptedException();
                        });

        assertThatIllegalStateException()
                .isThrownBy(() -> store.putBlob(put("bucket"), bodyThatTakes(Duration.ZERO)));
        assertThat(Thread.interrupted()).isTrue();
    }

    private static PutObjectRequest put(String bucket) {
        return PutObjectRequest.builder().bucket(bucket).key("key").contentLength(1L).build();
    }

    private InputStream bodyThatTakes(Duration duration) {
        return new ByteArrayInputStream(new byte[1]) {
            @Override
            public synchronized int read(byte[] target, int offset, int count) {
                ticker.pass(duration);
                return super.read(target, offset, count);
            }
        };
    }
}
