package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.testing.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

class KeyDeletionTest {
    private static final String UNNAMEABLE = "a\u0001b";
    private static final List<String> KEYS =
            IntStream.range(0, 2_500).mapToObj("%04d"::formatted).toList();

    private final Server server = new Server();

    @Test
    void aBatchThatFailsLeavesNoOtherBehind() {
        server.refusedRequests = keys -> keys.contains("0000");
        assertThatThrownBy(() -> delete(KEYS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("answered 503 (SlowDown: slow down)")
                .hasMessageEndingWith(
                        "; 1000 of 2500 objects could not be deleted, the first one 0000: SlowDown");
        assertThat(server.deleted).isEqualTo(KEYS.subList(1_000, 2_500));
    }

    @Test
    void keysThatAreRefusedAreAddedUpOverTheBatches() {
        server.refusedKeys = List.of("0007", "1007", "2007")::contains;
        assertThatThrownBy(() -> delete(KEYS))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("3 of 2500 objects could not be deleted from bucket ")
                .hasMessageEndingWith(", the first one 0007: AccessDenied");
        assertThat(server.deleted).hasSize(2_497).contains("0008", "2499");
    }

    @Test
    void aSingleKeyThatFailsLeavesNoOtherBehind() {
        server.refusedRequests = keys -> keys.contains(UNNAMEABLE);
        assertThatThrownBy(() -> delete(List.of(UNNAMEABLE, "b", "c\u0001d")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("; 1 of 3 objects could not be deleted");
        assertThat(server.deleted).containsExactlyInAnyOrder("b", "c\u0001d");
    }

    private void delete(List<String> keys) throws StoreException {
        new KeyDeletion(server, Specs.nowhere()).delete(keys);
    }

    /// A client with scripted refusals.
    private static final class Server implements S3Client {
        private final List<String> deleted = new ArrayList<>();
        private Predicate<List<String>> refusedRequests = _ -> false;
        private Predicate<String> refusedKeys = _ -> false;

        @Override
        public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
            take(List.of(request.key()));
            return DeleteObjectResponse.builder().build();
        }

        @Override
        public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
            List<String> keys =
                    request.delete().objects().stream().map(ObjectIdentifier::key).toList();
            take(keys);
            return DeleteObjectsResponse.builder()
                    .errors(keys.stream().filter(refusedKeys).map(Server::denied).toList())
                    .build();
        }

        private void take(List<String> keys) {
            if (refusedRequests.test(keys)) {
                throw S3Exception.builder()
                        .statusCode(503)
                        .awsErrorDetails(
                                AwsErrorDetails.builder()
                                        .errorCode("SlowDown")
                                        .errorMessage("slow down")
                                        .build())
                        .build();
            }
            keys.stream().filter(refusedKeys.negate()).forEach(deleted::add);
        }

        private static S3Error denied(String key) {
            return S3Error.builder().key(key).code("AccessDenied").build();
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}
    }
}
