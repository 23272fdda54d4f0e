package dev.weft.server;

import static dev.weft.server.ServerUnderTest.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class BucketConfigurationHandlerTest {
    @TempDir Path folder;

    private ServerUnderTest server;

    @BeforeEach
    void start() throws ServerStartException {
        server = ServerUnderTest.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aBucketThatLocksNothingSaysSoAsAmazonDoes() {
        try (S3Client client = server.client()) {
            S3Exception refusal = asked(client, BUCKET);
            assertThat(refusal.statusCode()).isEqualTo(404);
            assertThat(refusal.awsErrorDetails().errorCode())
                    .isEqualTo("ObjectLockConfigurationNotFoundError");
        }
    }

    @Test
    void aBucketThatEncryptsNothingSaysSoLikewise() {
        try (S3Client client = server.client()) {
            assertThatThrownBy(() -> client.getBucketEncryption(of -> of.bucket(BUCKET)))
                    .asInstanceOf(InstanceOfAssertFactories.type(S3Exception.class))
                    .extracting(refusal -> refusal.awsErrorDetails().errorCode())
                    .isEqualTo("ServerSideEncryptionConfigurationNotFoundError");
        }
    }

    @Test
    void aBucketThatIsNotThereHasNoAnswer() {
        try (S3Client client = server.client()) {
            assertThat(asked(client, "another").awsErrorDetails().errorCode())
                    .isNotEqualTo("ObjectLockConfigurationNotFoundError");
        }
    }

    @Test
    void whoeverBringsNoSignatureIsRefused() {
        try (S3Client client =
                server.clientBuilder()
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build()) {
            assertThat(asked(client, BUCKET).statusCode()).isEqualTo(403);
        }
    }

    private static S3Exception asked(S3Client client, String bucket) {
        return catchThrowableOfType(
                S3Exception.class,
                () -> client.getObjectLockConfiguration(of -> of.bucket(bucket)));
    }
}
