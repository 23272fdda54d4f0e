package dev.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import dev.weft.testing.ServerStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// `weft serve` as another program uses it.
class ServeIT {
    private static final int LINES = 5;

    @Test
    void tellsAnyClientHowToReachItAndEndsWhenAsked() throws Exception {
        Process serve =
                new ProcessBuilder("scripts/weft", "serve", "--latency=0ms", "--bucket=any-client")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            Map<String, String> told = told(serve.inputReader());

            assertThat(told)
                    .containsOnlyKeys(
                            "AWS_ENDPOINT_URL_S3",
                            "AWS_REGION",
                            "AWS_ACCESS_KEY_ID",
                            "AWS_SECRET_ACCESS_KEY",
                            "WEFT_BUCKET")
                    .containsEntry("WEFT_BUCKET", "any-client");
            try (S3Client client = ServerStore.client(target(told))) {
                client.putObject(
                        put -> put.bucket("any-client").key("greeting"),
                        RequestBody.fromString("hello"));
                assertThat(
                                client.getObjectAsBytes(
                                                get -> get.bucket("any-client").key("greeting"))
                                        .asUtf8String())
                        .isEqualTo("hello");
            }
        } finally {
            serve.destroy();
        }
        assertThat(serve.waitFor()).isZero();
    }

    private static Map<String, String> told(BufferedReader output) throws IOException {
        Map<String, String> told = new HashMap<>();
        for (int line = 0; line < LINES; line++) {
            String[] parts = output.readLine().split("=", 2);
            told.put(parts[0], parts[1]);
        }
        return told;
    }

    private static Target target(Map<String, String> told) {
        return new Target(
                Target.Kind.CONFIGURED,
                Optional.of(URI.create(told.getOrDefault("AWS_ENDPOINT_URL_S3", ""))),
                told.getOrDefault("AWS_REGION", ""),
                told.getOrDefault("WEFT_BUCKET", ""),
                true,
                new Credentials.Static(
                        told.getOrDefault("AWS_ACCESS_KEY_ID", ""),
                        told.getOrDefault("AWS_SECRET_ACCESS_KEY", ""),
                        Optional.empty()),
                Optional.empty());
    }
}
