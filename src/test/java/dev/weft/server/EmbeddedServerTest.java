package dev.weft.server;

import static dev.weft.server.ServerUnderTest.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

final class EmbeddedServerTest {
    @TempDir Path folder;

    @Test
    void takesAFreePortOfLoopback() throws Exception {
        try (EmbeddedServer server =
                EmbeddedServer.start(ServerSettings.onLoopback(BUCKET, folder))) {
            URI endpoint = server.endpoint();
            assertThat(endpoint.getScheme()).isEqualTo("http");
            assertThat(endpoint.getHost()).isEqualTo("127.0.0.1");
            assertThat(endpoint.getPort()).isPositive();
            assertThat(endpoint).hasNoQuery().hasPath("");
        }
    }

    @Test
    void listensOnThatAddressAlone() throws Exception {
        try (EmbeddedServer server =
                        EmbeddedServer.start(ServerSettings.onLoopback(BUCKET, folder));
                Socket socket = new Socket()) {
            int port = server.endpoint().getPort();

            // Of this machine, too, and found by a server that listens everywhere.
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(
                            () -> socket.connect(new InetSocketAddress("127.0.0.2", port), 5_000));
        }
    }

    @Test
    void saysThatItsPortIsInUse() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = other.getLocalPort();

            assertThatExceptionOfType(ServerStartException.class)
                    .isThrownBy(() -> EmbeddedServer.start(settings().withPort(port)))
                    .withMessage(
                            "port %d on 127.0.0.1 is in use; stop what uses it or choose another"
                                    + " with --port",
                            port);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void saysThatAnAddressIsNotOfThisMachine() {
        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(() -> EmbeddedServer.start(onHost("192.0.2.1")))
                .withMessage(
                        "192.0.2.1 is not an address of this machine; use 127.0.0.1 for this"
                                + " machine alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weft.invalid", "under_score", "two words"})
    void saysThatAHostIsNotKnown(String host) throws IOException {
        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(() -> EmbeddedServer.start(onHost(host)))
                .withMessage(
                        "host %s is not known here; use 127.0.0.1 for this machine alone", host);
        assertThat(files()).isEmpty();
    }

    @Test
    void saysThatTheSpillFolderIsMissing() {
        Path missing = folder.resolve("missing");

        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(() -> EmbeddedServer.start(ServerSettings.onLoopback(BUCKET, missing)))
                .withMessage(
                        "the embedded server cannot make its spill file in %s"
                                + " (NoSuchFileException); choose a folder that exists and can be"
                                + " written",
                        missing);
    }

    @Test
    void leavesNoThreadFileOrSocketBehind() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        EmbeddedServer server = EmbeddedServer.start(settings());
        int port = server.endpoint().getPort();

        server.close();

        assertThat(namesWithout(before)).allMatch(EmbeddedServerTest::isOfTheJdk);
        assertThat(files()).isEmpty();
        new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1")).close();
    }

    @Test
    void endsInTheMiddleOfUploads() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        CountDownLatch stored = new CountDownLatch(10);
        ServerUnderTest server =
                ServerUnderTest.start(
                        settings().withPutLatency(Duration.ofHours(1)),
                        store -> new CountingStore(store, stored::countDown));
        try (S3AsyncClient client = server.asyncClient(10).build()) {
            CompletableFuture<?>[] uploads =
                    Stream.generate(
                                    () ->
                                            client.putObject(
                                                    p -> p.bucket(BUCKET).key("a"),
                                                    AsyncRequestBody.fromString("x")))
                            .limit(10)
                            .toArray(CompletableFuture<?>[]::new);
            stored.await();

            server.close();

            assertThat(CompletableFuture.allOf(uploads).handle((done, failure) -> failure).join())
                    .isNotNull();
            assertThat(namesWithout(before)).noneMatch(name -> name.contains("S3Proxy"));
        }
        assertThat(files()).isEmpty();
    }

    private ServerSettings settings() {
        return ServerSettings.onLoopback(BUCKET, folder);
    }

    private ServerSettings onHost(String host) {
        ServerSettings any = settings();
        return new ServerSettings(
                host,
                0,
                BUCKET,
                any.faults(),
                any.credentials(),
                any.memoryBytes(),
                folder,
                any.entityTag());
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toSet());
        }
    }

    // What carries virtual threads is started with the first of them and stays.
    private static boolean isOfTheJdk(String name) {
        return name.startsWith("ForkJoinPool") || name.startsWith("VirtualThread-");
    }

    private static Set<String> namesWithout(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .collect(Collectors.toSet());
    }
}
