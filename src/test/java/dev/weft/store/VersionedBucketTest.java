package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.FairnessContract;
import dev.weft.testing.Specs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.paginators.ListObjectVersionsIterable;

class VersionedBucketTest {
    private static final List<String> OWN = List.of("weft/r/1/a", "weft/r/1/b");

    private final Server server = new Server();
    private final S3Bucket plain = new S3Bucket(Specs.nowhere(), FairnessContract.standard(1));
    private final VersionedBucket bucket = new VersionedBucket(plain, server, Specs.nowhere());

    VersionedBucketTest() {
        server.keeps("weft/r/1/a", "1", "2");
        server.keeps("weft/r/1/b", "3");
        server.keeps("weft/r/1/theirs", "4");
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Test
    void deletesEveryVersionOfItsOwnKeysAndNoOther() throws StoreException {
        bucket.delete(OWN);

        assertThat(server.versions).containsExactly("weft/r/1/theirs 4");
        assertThat(server.listed).containsExactly("weft/r/1/");
        assertThat(bucket.left()).isZero();
        assertThat(bucket.reason()).isEmpty();
    }

    @Test
    void deletingNothingIsNoRequest() throws StoreException {
        bucket.delete(List.of());

        assertThat(server.listed).isEmpty();
    }

    @Test
    void whereVersionsMayNotBeListedTheObjectsAreDeletedAndWhatStaysIsCounted()
            throws StoreException {
        server.mayList = false;

        bucket.delete(OWN);
        bucket.delete(List.of("weft/r/1/b"));

        assertThat(server.hidden).containsExactly("weft/r/1/a", "weft/r/1/b", "weft/r/1/b");
        assertThat(server.versions).hasSize(4);
        assertThat(bucket.left()).isEqualTo(3);
        assertThat(bucket.reason().orElseThrow()).contains("AccessDenied");
    }

    @Test
    void whereVersionsMayNotBeDeletedTheObjectsAreAndWhatStaysIsCounted() throws StoreException {
        server.mayDeleteVersions = false;

        bucket.delete(OWN);

        assertThat(server.hidden).isEqualTo(OWN);
        assertThat(bucket.left()).isEqualTo(3);
        assertThat(bucket.reason().orElseThrow())
                .startsWith("3 of 3 objects could not be deleted")
                .contains("AccessDenied");
    }

    /// A client whose server keeps versions, each written as its key and its id.
    private static final class Server implements S3Client {
        private final List<String> versions = new ArrayList<>();
        private final List<String> hidden = new ArrayList<>();
        private final List<String> listed = new ArrayList<>();
        private boolean mayList = true;
        private boolean mayDeleteVersions = true;

        void keeps(String key, String... ids) {
            for (String id : ids) {
                versions.add(key + " " + id);
            }
        }

        @Override
        public ListObjectVersionsIterable listObjectVersionsPaginator(
                ListObjectVersionsRequest request) {
            return new ListObjectVersionsIterable(this, request);
        }

        /// Pages of one version.
        @Override
        public ListObjectVersionsResponse listObjectVersions(ListObjectVersionsRequest request) {
            if (!mayList) {
                throw S3Exception.builder()
                        .statusCode(403)
                        .awsErrorDetails(
                                AwsErrorDetails.builder().errorCode("AccessDenied").build())
                        .build();
            }
            int place = request.keyMarker() == null ? 0 : Integer.parseInt(request.keyMarker());
            if (place == 0) {
                listed.add(request.prefix());
            }
            String[] version = versions.get(place).split(" ", 2);
            return ListObjectVersionsResponse.builder()
                    .versions(ObjectVersion.builder().key(version[0]).versionId(version[1]).build())
                    .isTruncated(place + 1 < versions.size())
                    .nextKeyMarker(Integer.toString(place + 1))
                    .nextVersionIdMarker(version[1])
                    .build();
        }

        @Override
        public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
            List<S3Error> errors = new ArrayList<>();
            for (ObjectIdentifier object : request.delete().objects()) {
                if (object.versionId() == null) {
                    hidden.add(object.key());
                } else if (mayDeleteVersions) {
                    versions.remove(object.key() + " " + object.versionId());
                } else {
                    errors.add(S3Error.builder().key(object.key()).code("AccessDenied").build());
                }
            }
            return DeleteObjectsResponse.builder().errors(errors).build();
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}
    }
}
