package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.plan.Credentials;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.Target;
import dev.weft.testing.Embedded;
import dev.weft.testing.HttpRecorder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What users read when the server refuses: what happened, where, and what to do, in one sentence.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreErrorTextTest {
    private static final String SECRET = "NobodyMayReadThisSecret";
    private static final String TOKEN = "NobodyMayReadThisToken";

    private final Embedded server;
    private final Target target;

    StoreErrorTextTest(@TempDir Path folder) throws Exception {
        server = Embedded.start(folder);
        target = server.target();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aWrongSecretIsToldByEveryRequest() {
        Target wrong = with(keys(accessKeyId(), SECRET));
        assertThat(sentences(wrong))
                .hasSize(4)
                .allMatch(
                        sentence -> sentence.startsWith(where(wrong) + " refuses the credentials"))
                .allMatch(sentence -> sentence.contains("; check AWS_ACCESS_KEY_ID"));
    }

    @Test
    void anUnknownKeyIsTold() {
        Target wrong = with(keys("AKIANOBODY", SECRET));
        assertThat(sentences(wrong))
                .allMatch(
                        sentence -> sentence.startsWith(where(wrong) + " refuses the credentials"));
    }

    @Test
    void aMissingBucketIsTold() {
        Target missing = with("no-such-bucket");
        try (S3Bucket bucket = new S3Bucket(missing, FairnessContract.standard(1))) {
            assertThat(sentence(bucket::check))
                    .startsWith(where(missing) + " does not exist (NoSuchBucket); create it")
                    .contains("--bucket or WEFT_BUCKET");
        }
    }

    @Test
    void aServerThatIsNotThereIsTold() throws Exception {
        Target closed = with(URI.create("http://127.0.0.1:" + closedPort()));
        assertThat(sentences(closed))
                .allMatch(sentence -> sentence.startsWith(where(closed) + " cannot be reached ("))
                .allMatch(sentence -> sentence.contains("Connection refused"))
                .allMatch(sentence -> sentence.contains("; check --endpoint"));
    }

    @Test
    void aServerInTroubleIsToldByItsStatus() throws Exception {
        try (HttpRecorder broken = HttpRecorder.startBroken()) {
            Target trouble = with(URI.create("http://127.0.0.1:" + broken.port()));
            assertThat(sentences(trouble))
                    .allMatch(sentence -> sentence.startsWith(where(trouble) + " answered 500 ("));
        }
    }

    @Test
    void missingCredentialsAreTold() {
        Target nobody = with(new Credentials.Chain(Optional.empty()));
        assertThat(sentences(nobody))
                .allMatch(
                        sentence ->
                                sentence.startsWith(
                                        "no credentials were found for " + where(nobody)))
                .allMatch(sentence -> sentence.contains("; set AWS_ACCESS_KEY_ID"));
    }

    @ParameterizedTest
    @CsvSource({"400,ExpiredToken", "400,InvalidToken", "403,ExpiredToken"})
    void outdatedCredentialsAreToBeRenewed(int status, String code) {
        assertThat(explained(status, code))
                .isEqualTo(
                        "%s refuses the credentials (%s: the server's words); they are expired or no longer valid: renew them"
                                .formatted(where(target), code));
    }

    @Test
    void anotherBadRequestIsAMatterOfRegionAndEndpoint() {
        assertThat(explained(400, "AuthorizationHeaderMalformed"))
                .endsWith("; check --region, --endpoint and --path-style");
    }

    @ParameterizedTest
    @CsvSource({
        "301 Moved Permanently, PermanentRedirect",
        "307 Temporary Redirect, TemporaryRedirect",
        "400 Bad Request, AuthorizationHeaderMalformed"
    })
    void theRegionToUseIsNamed(String status, String code) throws Exception {
        try (HttpRecorder elsewhere =
                HttpRecorder.startRefusing(
                        status + "\nx-amz-bucket-region: eu-west-1", error(code))) {
            Target wrong = with(URI.create("http://127.0.0.1:" + elsewhere.port()));
            assertThat(sentences(wrong))
                    .allMatch(
                            sentence ->
                                    sentence.startsWith(
                                            where(wrong) + " is in the region eu-west-1 ("))
                    .allMatch(
                            sentence ->
                                    sentence.contains(
                                            "); set --region=eu-west-1 or AWS_REGION=eu-west-1, with the --endpoint of that region"))
                    .anyMatch(sentence -> sentence.contains(code + ": not here"));
        }
    }

    @Test
    void theRegionToUseIsTakenFromWords() {
        assertThat(
                        explained(
                                400,
                                "AuthorizationHeaderMalformed",
                                "the region 'us-east-1' is wrong; expecting 'eu-west-1'"))
                .contains("is in the region eu-west-1", "; set --region=eu-west-1 or");
    }

    @Test
    void aRedirectWithinTheRegionIsAMatterOfTheEndpoint() throws Exception {
        try (HttpRecorder elsewhere =
                HttpRecorder.startRefusing(
                        "307 Temporary Redirect\nx-amz-bucket-region: us-east-1\nLocation: http://127.0.0.1:9/",
                        error("TemporaryRedirect"))) {
            Target wrong = with(URI.create("http://127.0.0.1:" + elsewhere.port()));
            assertThat(sentences(wrong))
                    .allMatch(
                            sentence ->
                                    sentence.startsWith(
                                            where(wrong) + " does not take the request"))
                    .allMatch(
                            sentence ->
                                    sentence.contains(
                                            "check --region, --endpoint and --path-style"));
        }
    }

    /// No name is looked up: a test asks no server elsewhere.
    @Test
    void aHostNameThatIsNotKnownIsTold() {
        assertThat(explainedUnknownHost(host(false)))
                .isEqualTo(
                        "bucket weft-test at http://s3.invalid has a host name that is not known (weft-test.s3.invalid); check --endpoint, and add --path-style if the server has no host name for each bucket");
        assertThat(explainedUnknownHost(host(true))).endsWith("; check --endpoint");
    }

    private static String explainedUnknownHost(Target target) {
        return String.valueOf(
                StoreErrorText.explain(
                                SdkClientException.create(
                                        "unable to execute",
                                        new UnknownHostException("weft-test.s3.invalid")),
                                target)
                        .getMessage());
    }

    private static Target host(boolean pathStyle) {
        return new Target(
                Target.Kind.CONFIGURED,
                Optional.of(URI.create("http://s3.invalid")),
                "us-east-1",
                "weft-test",
                pathStyle,
                keys("AKIDEXAMPLE", SECRET),
                Optional.empty());
    }

    private static String error(String code) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>not here</Message></Error>"
                .formatted(code);
    }

    private String explained(int status, String code) {
        return explained(status, code, "the server's words");
    }

    private String explained(int status, String code, String message) {
        AwsErrorDetails details =
                AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
        return String.valueOf(
                StoreErrorText.explain(
                                S3Exception.builder()
                                        .statusCode(status)
                                        .awsErrorDetails(details)
                                        .build(),
                                target)
                        .getMessage());
    }

    /// Returns the messages of all failing requests, checked for forbidden content.
    private static List<String> sentences(Target target) {
        FairnessContract contract = FairnessContract.standard(1);
        try (S3Bucket bucket = new S3Bucket(target, contract)) {
            return List.of(
                    sentence(bucket::check),
                    sentence(() -> bucket.list("weft/").hasNext()),
                    sentence(() -> bucket.crc32("weft/a")),
                    sentence(() -> bucket.delete(List.of("weft/a"))));
        }
    }

    private static String sentence(ThrowingCallable request) {
        Throwable refusal = catchThrowable(request);
        assertThat(refusal).isInstanceOfAny(StoreException.class, UncheckedStoreException.class);
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace, true));
        assertThat(trace.toString()).doesNotContain(SECRET, TOKEN);
        String message = String.valueOf(refusal.getMessage());
        assertThat(message).doesNotContain("\n").doesNotContain("null").doesNotContain("software.");
        return message;
    }

    private static String where(Target target) {
        return "bucket %s at %s".formatted(target.bucket(), target.endpoint().orElseThrow());
    }

    private static Credentials keys(String id, String secret) {
        return new Credentials.Static(id, secret, Optional.empty());
    }

    private String accessKeyId() {
        return switch (target.credentials()) {
            case Credentials.Static keys -> keys.accessKeyId();
            case Credentials.Chain _ -> throw new IllegalStateException("it has keys of its own");
        };
    }

    private Target with(Credentials credentials) {
        return target(target.endpoint().orElseThrow(), target.bucket(), credentials);
    }

    private Target with(String bucket) {
        return target(target.endpoint().orElseThrow(), bucket, target.credentials());
    }

    private Target with(URI endpoint) {
        return target(
                endpoint,
                target.bucket(),
                new Credentials.Static("AKIDEXAMPLE", SECRET, Optional.of(TOKEN)));
    }

    private static Target target(URI endpoint, String bucket, Credentials credentials) {
        return new Target(
                Target.Kind.CONFIGURED,
                Optional.of(endpoint),
                "us-east-1",
                bucket,
                true,
                credentials,
                Optional.empty());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
