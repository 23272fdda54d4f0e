package dev.weft.server;

import static dev.weft.server.ServerUnderTest.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.plan.EntityTag;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Uploads with and without S3Proxy. The SDK's asynchronous client leaves payloads unsigned over
/// HTTP, as weft does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FastUploadHandlerTest {
    private static final byte[] BYTES = "123456789".getBytes(StandardCharsets.UTF_8);
    private static final String CRC32 = "y/Q5Jg==";
    private static final String TAG = "\"crc32-cbf43926\"";

    private final ConcurrentLinkedQueue<PutObjectRequest> requests = new ConcurrentLinkedQueue<>();
    private ServerUnderTest server;
    private S3AsyncClient unsigned;
    private S3Client signed;

    @BeforeAll
    void start(@TempDir Path folder) throws ServerStartException {
        ServerSettings settings =
                ServerSettings.onLoopback(BUCKET, folder).withEntityTag(EntityTag.CRC32);
        server = ServerUnderTest.start(settings, Recording::new);
        unsigned = server.asyncClient(4).build();
        signed = server.client();
    }

    @AfterAll
    void stop() {
        unsigned.close();
        signed.close();
        server.close();
    }

    @Test
    void weftsOwnFormGoesStraightToTheStore() {
        String key = "weft/run/a b/ü%41.txt";
        PutObjectResponse answer = put(p -> p.key(key).checksumCRC32(CRC32).contentType("x/y"));
        assertThat(wentStraight(key)).isTrue();
        assertThat(answer.eTag()).isEqualTo(TAG);
        assertThat(answer.checksumCRC32()).isEqualTo(CRC32);
        assertThat(answer.responseMetadata().requestId()).hasSize(16);
        HeadObjectResponse head =
                signed.headObject(
                        h -> h.bucket(BUCKET).key(key).checksumMode(ChecksumMode.ENABLED));
        assertThat(head.eTag()).isEqualTo(TAG);
        assertThat(head.checksumCRC32()).isEqualTo(CRC32);
        assertThat(head.contentType()).isEqualTo("x/y");
        assertThat(head.metadata()).isEmpty();
        assertThat(signed.getObjectAsBytes(g -> g.bucket(BUCKET).key(key)).asByteArray())
                .isEqualTo(BYTES);
    }

    @Test
    void aPresignedUploadGoesStraightToTheStore() throws Exception {
        assertThat(sendPresigned("presigned", "")).isEqualTo(200);
        assertThat(wentStraight("presigned")).isTrue();
        assertThat(sendPresigned("changed", "x")).isEqualTo(403);
        assertThat(isThere("changedx")).isFalse();
    }

    private int sendPresigned(String key, String addition) throws Exception {
        URL signed = server.presignedPut(key, CRC32);
        URL sent = URI.create(signed.toString().replaceFirst("[?]", addition + "?")).toURL();
        HttpURLConnection connection = (HttpURLConnection) sent.openConnection();
        connection.setRequestMethod("PUT");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(BYTES.length);
        connection.setRequestProperty("x-amz-checksum-crc32", CRC32);
        try (OutputStream body = connection.getOutputStream()) {
            body.write(BYTES);
        }
        return connection.getResponseCode();
    }

    @Test
    void whatMeansMoreGoesThroughS3Proxy() {
        List<Consumer<PutObjectRequest.Builder>> more =
                List.of(
                        p -> p.metadata(Map.of("colour", "blue")),
                        p -> p.cacheControl("no-cache"),
                        p -> p.acl("private"),
                        p -> p.storageClass("STANDARD"),
                        p -> p.contentMD5("JfnnlDI7RTiF9RgfG2JNCw=="),
                        p -> p.overrideConfiguration(o -> o.putRawQueryParameter("x-id", "Put")));
        for (Consumer<PutObjectRequest.Builder> one : more) {
            PutObjectResponse answer = put(p -> one.accept(p.key("more").checksumCRC32(CRC32)));
            assertThat(answer.eTag()).isEqualTo(TAG);
        }
        signed.putObject(p -> p.bucket(BUCKET).key("more"), RequestBody.fromBytes(BYTES));
        assertThat(requests.stream().filter(request -> request.key().equals("more")))
                .hasSize(1 + more.size());
        assertThat(wentStraight("more")).isFalse();
    }

    @Test
    void anotherBodyThanItsCrc32IsRefusedAndNotKept() {
        assertRefused(p -> p.key("damaged").checksumCRC32("AAAAAA=="), 400, "BadDigest");
        assertThat(wentStraight("damaged")).isTrue();
        assertThat(isThere("damaged")).isFalse();
    }

    @Test
    void anotherBodyThanItsMd5IsRefusedAndNotKept() {
        assertRefused(
                p -> p.key("damaged-too").contentMD5("AAAAAAAAAAAAAAAAAAAAAA=="), 400, "BadDigest");
        assertThat(isThere("damaged-too")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10_000_000})
    void aRefusalOfTheStoreComesAsS3WordsIt(int bytes) {
        assertThatThrownBy(
                        () ->
                                unsigned.putObject(
                                                p -> p.bucket(BUCKET).key("k".repeat(1025)),
                                                AsyncRequestBody.fromBytes(new byte[bytes]))
                                        .join())
                .cause()
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> {
                            assertThat(e.statusCode()).isEqualTo(400);
                            assertThat(e.awsErrorDetails().errorCode())
                                    .isEqualTo("KeyTooLongError");
                        });
    }

    @Test
    void aBucketThatIsNotThereIsRefused() {
        assertRefused(p -> p.bucket("no-such-bucket").key("a"), 404, "NoSuchBucket");
    }

    private PutObjectResponse put(Consumer<PutObjectRequest.Builder> request) {
        return unsigned.putObject(
                        p -> request.accept(p.bucket(BUCKET)), AsyncRequestBody.fromBytes(BYTES))
                .join();
    }

    private void assertRefused(
            Consumer<PutObjectRequest.Builder> request, int status, String code) {
        assertThatThrownBy(() -> put(request))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> {
                            assertThat(e.statusCode()).isEqualTo(status);
                            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                        });
    }

    /// S3Proxy checks the checksum itself and hands it on in the metadata alone.
    private boolean wentStraight(String key) {
        return requests.stream()
                .filter(request -> request.key().equals(key))
                .anyMatch(request -> request.checksumCRC32() != null);
    }

    private boolean isThere(String key) {
        return signed.listObjectsV2(l -> l.bucket(BUCKET)).contents().stream()
                .anyMatch(object -> object.key().equals(key));
    }

    private final class Recording extends WrappedStore {
        Recording(BlobStore inner) {
            super(inner);
        }

        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
            requests.add(request);
            return super.putBlob(request, payload);
        }
    }
}
