package dev.weft.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import dev.weft.testing.LocalStack;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class LocalStackSmokeIT {
    private static final String BUCKET = "smoke";

    @Test
    void givesBackTheObjectThatWasPut() {
        byte[] content = "woven".getBytes(StandardCharsets.UTF_8);
        try (LocalStack localStack = LocalStack.start();
                S3Client client = client(localStack.target(BUCKET))) {
            client.createBucket(request -> request.bucket(BUCKET));
            client.putObject(
                    request -> request.bucket(BUCKET).key("a/b"), RequestBody.fromBytes(content));
            byte[] stored =
                    client.getObjectAsBytes(request -> request.bucket(BUCKET).key("a/b"))
                            .asByteArray();
            assertThat(stored).isEqualTo(content);
        }
    }

    private static S3Client client(Target target) {
        return S3Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder())
                .endpointOverride(target.endpoint().orElseThrow())
                .region(Region.of(target.region()))
                .forcePathStyle(target.pathStyle())
                .credentialsProvider(provider(target.credentials()))
                .build();
    }

    private static AwsCredentialsProvider provider(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Static keys ->
                    StaticCredentialsProvider.create(
                            AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey()));
            case Credentials.Chain chain -> DefaultCredentialsProvider.builder().build();
        };
    }
}
