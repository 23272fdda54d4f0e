package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.InstantSource;
import org.gaul.s3proxy.blobstore.domain.BlobMetadata;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class BucketIndexTest {
    private final MemoryStorage bodyMemory = new MemoryStorage(100);
    private final MemoryBudget indexMemory = new MemoryBudget(1600);
    private final BucketIndex bucket = new BucketIndex("bucket", Instant.EPOCH, indexMemory);

    @Test
    void freesTheBodyOfAnObjectThatIsRemovedOrReplaced() {
        bucket.put(object("a", 10));
        bucket.put(object("a", 20));
        assertThat(bodyMemory.takenBytes()).isEqualTo(20);

        bucket.remove("a");
        assertThat(bodyMemory.takenBytes()).isZero();
        assertThat(indexMemory.reservedBytes()).isZero();
    }

    @Test
    void keepsABodyThatSomebodyHolds() {
        bucket.put(object("a", 10));
        Body held = bucket.hold("a").orElseThrow().body();

        bucket.remove("a");
        assertThat(bodyMemory.takenBytes()).isEqualTo(10);

        held.release();
        assertThat(bodyMemory.takenBytes()).isZero();
    }

    @Test
    void refusesObjectsThatItsIndexCannotHold() {
        bucket.put(object("a", 10));
        bucket.put(object("b", 10));
        bucket.put(object("c", 10));

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> bucket.put(object("d", 10)))
                .satisfies(
                        e -> {
                            assertThat(e.statusCode()).isEqualTo(507);
                            assertThat(e.awsErrorDetails().errorCode())
                                    .isEqualTo("InsufficientStorage");
                        });
        assertThat(bucket.find("d")).isEmpty();
        assertThat(bodyMemory.takenBytes()).isEqualTo(30);
    }

    private StoredObject object(String key, int length) {
        long offset = bodyMemory.tryTake(length).orElseThrow();
        return StoredObject.of(
                BlobMetadata.builder().name(key),
                "etag",
                InstantSource.fixed(Instant.EPOCH),
                new Body(new StoredBytes(bodyMemory, offset, length)));
    }
}
