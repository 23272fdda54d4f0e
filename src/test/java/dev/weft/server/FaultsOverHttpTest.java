package dev.weft.server;

import static dev.weft.server.ServerUnderTest.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.plan.FaultPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What clients see of each fault.
@Timeout(120)
final class FaultsOverHttpTest {
    private static final String MD5_OF_A_KIBIBYTE_OF_ZEROS = "\"0f343b0931126a20f133d67c2b018a3b\"";

    @TempDir Path folder;

    private final List<AutoCloseable> clients = new ArrayList<>();

    /// How a client goes about its requests.
    enum Form {
        BLOCKING(2),
        /// The SDK's asynchronous client may take the end of an attempt that it gave up for the
        /// failure of the next one ("Request cancelled"), as all attempts share one response
        /// handler.
        NON_BLOCKING(3);

        /// Enough to get past a fault that only the first attempt meets.
        private final int attempts;

        Form(int attempts) {
            this.attempts = attempts;
        }
    }

    /// Puts zeros and returns the ETag.
    interface Uploader {
        String put(String key, int bytes);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable client : clients) {
            client.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErrorIsAnInternalError(Form form) throws Exception {
        try (ServerUnderTest server = server("fault=error(share=100%)")) {
            assertRefused(uploader(form, server, 1, patience()), 500, "InternalError");
            assertThat(keys(server)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDenialIsAForbiddenRequest(Form form) throws Exception {
        try (ServerUnderTest server = server("fault=denied(share=100%)")) {
            assertRefused(uploader(form, server, 1, patience()), 403, "AccessDenied");
            assertThat(keys(server)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tooManyRequestsAreToldToSlowDown(Form form) throws Exception {
        try (ServerUnderTest server = server("fault=slowdown(rate=1)")) {
            Uploader uploader = uploader(form, server, 1, patience());

            assertThat(uploader.put("a/1", 1024)).isEqualTo(MD5_OF_A_KIBIBYTE_OF_ZEROS);
            List<S3Exception> refusals = new ArrayList<>();
            // The bucket gets a request a second, and no machine is slow enough to use none.
            for (int number = 2; refusals.isEmpty() && number < 1000; number++) {
                try {
                    uploader.put("a/" + number, 1024);
                } catch (S3Exception e) {
                    refusals.add(e);
                }
            }
            assertThat(refusals)
                    .singleElement()
                    .returns(503, S3Exception::statusCode)
                    .returns("SlowDown", e -> e.awsErrorDetails().errorCode());
            assertThat(uploader.put("b/1", 1024)).isEqualTo(MD5_OF_A_KIBIBYTE_OF_ZEROS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResetBeforeTheBodyLeavesNoObject(Form form) throws Exception {
        try (ServerUnderTest server = server("fault=reset-before(share=100%)")) {
            assertBroken(uploader(form, server, 1, patience()));
            assertThat(keys(server)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResetAfterTheBodyLeavesAnObjectThatTheClientDoesNotKnowOf(Form form) throws Exception {
        try (ServerUnderTest server = server("fault=reset-after(share=100%)")) {
            assertBroken(uploader(form, server, 1, patience()));
            assertThat(keys(server)).containsExactly("a/1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStallIsNeverAnswered(Form form) throws Exception {
        try (ServerUnderTest server = server("fault=stall(share=100%)")) {
            Uploader uploader = uploader(form, server, 1, Duration.ofMillis(500));

            assertThatThrownBy(() -> uploader.put("a/1", 300_000))
                    .isInstanceOf(ApiCallAttemptTimeoutException.class);
            assertThat(keys(server)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongEtagIsTheAnswerForAnObjectThatIsRight(Form form) throws Exception {
        try (ServerUnderTest server = server("fault=wrong-etag(share=100%)")) {
            assertThat(uploader(form, server, 1, patience()).put("a/1", 1024))
                    .hasSameSizeAs(MD5_OF_A_KIBIBYTE_OF_ZEROS)
                    .isNotEqualTo(MD5_OF_A_KIBIBYTE_OF_ZEROS);
            try (S3Client client = server.client()) {
                assertThat(client.headObject(h -> h.bucket(BUCKET).key("a/1")).eTag())
                        .isEqualTo(MD5_OF_A_KIBIBYTE_OF_ZEROS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRetryMendsWhatOnlyTheFirstAttemptMeets(Form form) throws Exception {
        for (String fault :
                List.of("error", "reset-before", "reset-after", "stall", "wrong-etag")) {
            try (ServerUnderTest server =
                    server("fault=%s(share=100%%,attempts=1)".formatted(fault))) {
                Uploader uploader = uploader(form, server, form.attempts, Duration.ofSeconds(5));

                String etag = uploader.put("a/1", 1024);
                assertThat(etag.equals(MD5_OF_A_KIBIBYTE_OF_ZEROS))
                        .as(fault)
                        .isEqualTo(!fault.equals("wrong-etag"));
                assertThat(keys(server)).containsExactly("a/1");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void slowBodiesAndBandwidthHoldNothingUpForGood(Form form) throws Exception {
        try (ServerUnderTest server =
                server("bandwidth=10MiB fault=slow-body(share=100%,rate=1MiB)")) {
            Uploader uploader = uploader(form, server, 1, patience());

            assertThat(uploader.put("a/1", 1024)).isEqualTo(MD5_OF_A_KIBIBYTE_OF_ZEROS);
            assertThat(uploader.put("a/2", 300_000)).isNotEmpty();
            assertThat(keys(server)).containsExactly("a/1", "a/2");
        }
    }

    @Test
    void theSameSeedGivesTheSameFaultsInAnyOrderAndToAnyClient() throws Exception {
        List<Integer> items = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
        String plan =
                "fault=error(share=20%) fault=denied(share=20%) fault=reset-before(share=20%)";
        Map<Integer, String> first = outcomes(plan, items, Form.BLOCKING, "weft/r1/t1/cold/");
        Collections.reverse(items);

        assertThat(outcomes(plan, items, Form.NON_BLOCKING, "weft/r2/t2/warm-1/")).isEqualTo(first);
        assertThat(first.values()).contains("stored", "InternalError", "AccessDenied", "broken");
        assertThat(outcomes(plan + " fault-seed=2", items, Form.BLOCKING, "weft/r1/t1/cold/"))
                .isNotEqualTo(first);
    }

    @Test
    void partsMeetFaultsAndOtherRequestsDoNot() throws Exception {
        try (ServerUnderTest server = server("fault=error(share=100%)");
                S3Client client = server.client()) {
            String id = client.createMultipartUpload(c -> c.bucket(BUCKET).key("a")).uploadId();

            assertThatThrownBy(
                            () ->
                                    client.uploadPart(
                                            p ->
                                                    p.bucket(BUCKET)
                                                            .key("a")
                                                            .uploadId(id)
                                                            .partNumber(1),
                                            RequestBody.fromBytes(new byte[1024])))
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(500));
            client.abortMultipartUpload(a -> a.bucket(BUCKET).key("a").uploadId(id));
            client.deleteObject(d -> d.bucket(BUCKET).key("a"));
            assertThat(keys(server)).isEmpty();
        }
    }

    @Test
    void whatWarmsTheServerUpMeetsNothing() throws Exception {
        try (ServerUnderTest server =
                server("bandwidth=1 fault=slowdown(rate=1) fault=error(share=100%)")) {
            Uploader uploader = uploader(Form.BLOCKING, server, 1, patience());
            for (int number = 0; number < 5; number++) {
                uploader.put("weft/r1/server/warmup/0000000%d-a".formatted(number), 1024);
            }

            assertThat(keys(server)).hasSize(5);
        }
    }

    @Test
    void aStallEndsWithTheServer() throws Exception {
        ServerUnderTest server = server("fault=stall(share=100%)");
        // More than the buffers of two sockets: once it is written, the stall has begun.
        byte[] body = new byte[32 << 20];
        String head =
                "PUT /%s/a HTTP/1.1\r\nHost: weft\r\nContent-Length: %d\r\n\r\n"
                        .formatted(BUCKET, body.length);
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.endpoint().getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);

            server.close();

            assertThat(answer(socket)).isEmpty();
        }
    }

    /// Returns all output of the server until the end of the connection.
    private static String answer(Socket socket) {
        StringBuilder answer = new StringBuilder();
        try {
            for (int read = socket.getInputStream().read();
                    read >= 0;
                    read = socket.getInputStream().read()) {
                answer.append((char) read);
            }
        } catch (IOException e) {
            // It was reset.
        }
        return answer.toString();
    }

    private ServerUnderTest server(String plan) throws ServerStartException {
        return ServerUnderTest.start(
                ServerSettings.onLoopback(BUCKET, folder).withFaults(FaultPlan.parse(plan)));
    }

    private Uploader uploader(Form form, ServerUnderTest server, int attempts, Duration patience) {
        Consumer<ClientOverrideConfiguration.Builder> overrides =
                all ->
                        all.retryStrategy(retry -> retry.maxAttempts(attempts))
                                .apiCallAttemptTimeout(patience);
        return switch (form) {
            case BLOCKING -> {
                S3Client client = server.clientBuilder().overrideConfiguration(overrides).build();
                clients.add(client);
                yield (key, bytes) ->
                        client.putObject(
                                        p -> p.bucket(BUCKET).key(key),
                                        RequestBody.fromBytes(new byte[bytes]))
                                .eTag();
            }
            case NON_BLOCKING -> {
                S3AsyncClient client =
                        server.asyncClient(8).overrideConfiguration(overrides).build();
                clients.add(client);
                yield (key, bytes) -> {
                    try {
                        return client.putObject(
                                        p -> p.bucket(BUCKET).key(key),
                                        AsyncRequestBody.fromBytes(new byte[bytes]))
                                .join()
                                .eTag();
                    } catch (CompletionException e) {
                        throw (RuntimeException) e.getCause();
                    }
                };
            }
        };
    }

    private static Duration patience() {
        return Duration.ofSeconds(60);
    }

    private static void assertRefused(Uploader uploader, int status, String code) {
        // More than fits into the buffers of a connection.
        assertThatThrownBy(() -> uploader.put("a/1", 8 << 20))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> {
                            assertThat(e.statusCode()).isEqualTo(status);
                            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                        });
    }

    private static void assertBroken(Uploader uploader) {
        assertThatThrownBy(() -> uploader.put("a/1", 1024)).isInstanceOf(SdkClientException.class);
    }

    private Map<Integer, String> outcomes(
            String plan, List<Integer> items, Form form, String prefix) throws Exception {
        Map<Integer, String> outcomes = new TreeMap<>();
        try (ServerUnderTest server = server(plan)) {
            Uploader uploader = uploader(form, server, 1, patience());
            for (int item : items) {
                outcomes.put(item, outcome(uploader, prefix + "%08d-file".formatted(item)));
            }
        }
        return outcomes;
    }

    private static String outcome(Uploader uploader, String key) {
        try {
            uploader.put(key, 1024);
            return "stored";
        } catch (S3Exception e) {
            return e.awsErrorDetails().errorCode();
        } catch (SdkClientException e) {
            return "broken";
        }
    }

    private static List<String> keys(ServerUnderTest server) {
        try (S3Client client = server.client()) {
            return client.listObjectsV2(l -> l.bucket(BUCKET)).contents().stream()
                    .map(object -> object.key())
                    .toList();
        }
    }
}
