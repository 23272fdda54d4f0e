package dev.weft.server;

import static dev.weft.server.ServerUnderTest.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CredentialsOverHttpTest {
    private static final ServerCredentials RIGHT = new ServerCredentials("AKIARIGHT", "right");

    private ServerUnderTest server;
    private S3AsyncClient asyncClient;

    @BeforeAll
    void start(@TempDir Path folder) throws ServerStartException {
        ServerSettings any = ServerSettings.onLoopback(BUCKET, folder);
        server =
                ServerUnderTest.start(
                        new ServerSettings(
                                any.host(),
                                0,
                                BUCKET,
                                any.faults(),
                                RIGHT,
                                any.memoryBytes(),
                                folder,
                                any.entityTag()));
        asyncClient = server.asyncClientAs(new ServerCredentials("AKIARIGHT", "wrong"), 1).build();
    }

    @AfterAll
    void stop() {
        asyncClient.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 102_400, 10_000_000})
    void refusesAnUnknownAccessKeyId(int bytes) {
        try (S3Client client =
                server.clientAs(new ServerCredentials("AKIAOTHER", "right")).build()) {
            assertForbidden(client, bytes, "InvalidAccessKeyId");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 102_400, 10_000_000})
    void refusesAWrongSecret(int bytes) {
        try (S3Client client =
                server.clientAs(new ServerCredentials("AKIARIGHT", "wrong")).build()) {
            assertForbidden(client, bytes, "SignatureDoesNotMatch");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 102_400, 10_000_000})
    void refusesAWrongSecretFromNetty(int bytes) {
        assertThat(
                        asyncClient
                                .putObject(
                                        p -> p.bucket(BUCKET).key("a"),
                                        AsyncRequestBody.fromBytes(new byte[bytes]))
                                .handle((answer, failure) -> failure)
                                .join())
                .hasRootCauseInstanceOf(S3Exception.class)
                .hasMessageContaining("Status Code: 403");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 102_400, 10_000_000})
    void refusesARequestWithoutSignature(int bytes) {
        try (S3Client client =
                server.clientAs(RIGHT)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build()) {
            assertForbidden(client, bytes, "AccessDenied");
        }
    }

    private static void assertForbidden(S3Client client, int bytes, String code) {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(
                        () ->
                                client.putObject(
                                        p -> p.bucket(BUCKET).key("a"),
                                        RequestBody.fromBytes(new byte[bytes])))
                .satisfies(
                        e -> {
                            assertThat(e.statusCode()).isEqualTo(403);
                            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                        });
    }
}
