package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.gaul.shaded.org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// Signatures of the SDK's own signer, and requests that were changed after they were signed.
final class SignatureCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-30T23:59:00Z");
    private static final ServerCredentials KEYS = new ServerCredentials("AKIDEXAMPLE", "secret");
    private static final String PATH = "/b/k";

    @Test
    void takesWhatTheSdkSigned() throws Exception {
        assertThat(passes(signed(KEYS), PATH)).isTrue();
    }

    @Test
    void takesAnyRegionAndTheNextDay() throws Exception {
        SignatureCheck check = new SignatureCheck(KEYS, InstantSource.fixed(NOW));
        for (String region : List.of("us-east-1", "eu-west-1", "us-east-1")) {
            for (Instant moment : List.of(NOW, NOW.plus(Duration.ofMinutes(2)))) {
                assertThat(check.passes(upload(signed(KEYS, region, moment), PATH))).isTrue();
            }
        }
    }

    @Test
    void takesNoOtherKeys() throws Exception {
        assertThat(passes(signed(new ServerCredentials("AKIDEXAMPLE", "other")), PATH)).isFalse();
        assertThat(passes(signed(new ServerCredentials("AKIDOTHER", "secret")), PATH)).isFalse();
    }

    @Test
    void takesNoOtherPath() throws Exception {
        assertThat(passes(signed(KEYS), "/b/other")).isFalse();
    }

    @Test
    void takesNoOtherValueOfASignedHeader() throws Exception {
        for (String name : List.of("host", "x-amz-checksum-crc32", "x-amz-date", "authorization")) {
            HttpFields.Mutable changed = signed(KEYS);
            String value = String.valueOf(changed.get(name));
            char last = value.charAt(value.length() - 3);
            changed.put(name, value.substring(0, value.length() - 3) + (last == '1' ? '2' : '1'));
            assertThat(passes(changed, PATH)).as(name).isFalse();
            assertThat(passes(signed(KEYS).remove(name), PATH)).as(name).isFalse();
        }
    }

    @Test
    void takesNothingThatIsOldOrOfTheFuture() throws Exception {
        HttpFields headers = signed(KEYS);
        for (Duration skew : List.of(Duration.ofMinutes(16), Duration.ofMinutes(-16))) {
            SignatureCheck check = new SignatureCheck(KEYS, InstantSource.fixed(NOW.plus(skew)));
            assertThat(check.passes(upload(headers, PATH))).isFalse();
        }
    }

    @Test
    void takesAPresignedUrlUntilItExpires() throws Exception {
        SdkHttpRequest presigned =
                sign(
                        s ->
                                s.putProperty(
                                                AwsV4HttpSigner.AUTH_LOCATION,
                                                AwsV4HttpSigner.AuthLocation.QUERY_STRING)
                                        .putProperty(
                                                AwsV4HttpSigner.EXPIRATION_DURATION,
                                                Duration.ofHours(1)));
        String query = presigned.encodedQueryParameters().orElseThrow();
        Duration hour = Duration.ofHours(1);
        assertThat(passesPresigned(presigned, query, hour)).isTrue();
        assertThat(passesPresigned(presigned, query, hour.plusSeconds(1))).isFalse();
        assertThat(passesPresigned(presigned, query, Duration.ofMinutes(-16))).isFalse();
        assertThat(passesPresigned(presigned, query + "&acl", Duration.ZERO)).isFalse();
        assertThat(passesPresigned(presigned, query.replace("=3600", "=7200"), Duration.ZERO))
                .isFalse();
    }

    private static boolean passesPresigned(SdkHttpRequest signed, String query, Duration later)
            throws Exception {
        return new SignatureCheck(KEYS, InstantSource.fixed(NOW.plus(later)))
                .passes(new SignedUpload(headers(signed), PATH, query, "b", "k", 10));
    }

    private static boolean passes(HttpFields headers, String path) throws Exception {
        return new SignatureCheck(KEYS, InstantSource.fixed(NOW)).passes(upload(headers, path));
    }

    private static SignedUpload upload(HttpFields headers, String path) {
        return new SignedUpload(headers, path, "", "b", "k", 10);
    }

    private static HttpFields.Mutable signed(ServerCredentials keys) {
        return signed(keys, "us-east-1", NOW);
    }

    private static HttpFields.Mutable signed(
            ServerCredentials keys, String region, Instant moment) {
        return headers(
                sign(
                        s ->
                                s.identity(identity(keys))
                                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                                        .putProperty(
                                                AwsV4HttpSigner.SIGNING_CLOCK,
                                                Clock.fixed(moment, ZoneOffset.UTC))));
    }

    private static HttpFields.Mutable headers(SdkHttpRequest request) {
        HttpFields.Mutable headers = HttpFields.build();
        request.forEachHeader((name, values) -> headers.put(name, values.getFirst()));
        return headers;
    }

    private static AwsCredentialsIdentity identity(ServerCredentials keys) {
        return AwsCredentialsIdentity.create(keys.accessKeyId(), keys.secretAccessKey());
    }

    private static SdkHttpRequest sign(Consumer<SignRequest.Builder<AwsCredentialsIdentity>> more) {
        SdkHttpRequest request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.PUT)
                        .uri(URI.create("https://host.example:9000" + PATH))
                        .putHeader("Host", "host.example:9000")
                        .putHeader("Content-Length", "10")
                        .putHeader("amz-sdk-request", "attempt=1; max=3")
                        .putHeader("x-amz-checksum-crc32", "0aAAAA==")
                        .build();
        SignRequest.Builder<AwsCredentialsIdentity> unsigned =
                SignRequest.builder(identity(KEYS))
                        .request(request)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(
                                AwsV4HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC));
        more.accept(unsigned);
        return AwsV4HttpSigner.create().sign(unsigned.build()).request();
    }
}
