package dev.weft.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.archive.Content;
import dev.weft.archive.Item;
import dev.weft.archive.UnzipResult;
import dev.weft.mode.Sequential;
import dev.weft.plan.Credentials;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.Target;
import dev.weft.run.MadeUpPass;
import dev.weft.testing.HttpRecorder;
import dev.weft.testing.MadeUpItems;
import dev.weft.testing.Proxy;
import dev.weft.testing.RecordedRequest;
import dev.weft.testing.ServerStore;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NeutralClientTest {
    private static final Credentials KEYS =
            new Credentials.Static("AKIDEXAMPLE", "secret", Optional.empty());

    private static final FairnessContract CONTRACT = FairnessContract.standard(1);

    private static final byte[] NOISE = SmallZip.noise(100_000);

    @Test
    void putsTheBytesAsOneBody() throws Exception {
        try (HttpRecorder server = HttpRecorder.start()) {
            send(server.target(KEYS), item(new Content.InMemory(NOISE)));
            RecordedRequest request = only(server);
            assertThat(request.method()).isEqualTo("PUT");
            assertThat(request.version()).isEqualTo("HTTP/1.1");
            assertThat(request.target()).startsWith("/weft-test/weft/key?X-Amz-");
            assertThat(request.body().equals(HexFormat.of().formatHex(NOISE))).isTrue();
            assertThat(request.header("content-length")).containsExactly("100000");
            assertThat(request.header("transfer-encoding")).isEmpty();
            assertThat(request.header("expect")).isEmpty();
        }
    }

    @Test
    void putsAStreamAsItPutsBytes() throws Exception {
        try (HttpRecorder server = HttpRecorder.start()) {
            send(
                    server.target(KEYS),
                    item(new Content.Streamed(() -> new ByteArrayInputStream(NOISE))));
            assertThat(only(server).body().equals(HexFormat.of().formatHex(NOISE))).isTrue();
        }
    }

    @Test
    void sendsWhatWeftsUploadsSendOfAnItem() throws Exception {
        try (HttpRecorder server = HttpRecorder.start()) {
            Target target = server.target(KEYS);
            Item item = MadeUpItems.item(0, "noise", NOISE);
            send(target, item);
            RecordedRequest neutral = only(server);
            try (ServerStore store = new ServerStore(target, 1)) {
                store.below("weft/")
                        .drive(
                                new Sequential(),
                                MadeUpPass.over(List.of(new UnzipResult.Ready(item)), 1).pass());
            }
            RecordedRequest upload = only(server);
            assertThat(neutral.body()).isEqualTo(upload.body());
            for (String header :
                    List.of(
                            "x-amz-checksum-crc32",
                            "content-type",
                            "content-length",
                            "connection",
                            "expect")) {
                assertThat(neutral.header(header)).as(header).isEqualTo(upload.header(header));
            }
            assertThat(upload.header("x-amz-checksum-crc32")).hasSize(1);
        }
    }

    @Test
    void keepsItsConnection() throws Exception {
        try (HttpRecorder server = HttpRecorder.start();
                NeutralClient client = new NeutralClient(server.target(KEYS), CONTRACT)) {
            for (int upload = 0; upload < 20; upload++) {
                client.prepare("weft/key", item(new Content.InMemory(NOISE))).send();
            }
            assertThat(server.take()).hasSize(20);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void hasConnectedBeforeItIsTimed() throws Exception {
        try (HttpRecorder server = HttpRecorder.start();
                NeutralClient client = new NeutralClient(server.target(KEYS), CONTRACT)) {
            ProbeClient.Ready ready = client.prepare("weft/key", item(new Content.InMemory(NOISE)));
            while (server.connections() == 0) {
                Thread.sleep(1);
            }
            assertThat(server.take()).isEmpty();
            ready.send();
            assertThat(server.take()).hasSize(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatIsNoSuccessIsOneSentence() throws Exception {
        try (HttpRecorder server = HttpRecorder.startBroken()) {
            assertThatThrownBy(() -> send(server.target(KEYS), item(new Content.InMemory(NOISE))))
                    .isInstanceOf(CalibrationException.class)
                    .hasMessage(
                            "bucket weft-test at http://127.0.0.1:%d answered an upload with 500 (Http500: the server gave no reason); try again later, or ask who runs the server",
                            server.port());
        }
    }

    @Test
    void aServerThatIsNotThereIsOneSentence() {
        assertThatThrownBy(() -> send(Specs.nowhere(), item(new Content.InMemory(NOISE))))
                .isInstanceOf(CalibrationException.class)
                .hasMessage(
                        "an upload to bucket weft-test at http://127.0.0.1:9 broke off (java.net.ConnectException: Connection refused); check --endpoint and that the server is running");
    }

    @Test
    void goesThroughTheProxyThatUploadsGoThrough() throws Exception {
        try (HttpRecorder proxy = HttpRecorder.start();
                Proxy _ = Proxy.on(proxy.port())) {
            Target elsewhere =
                    new Target(
                            Target.Kind.CONFIGURED,
                            Optional.of(URI.create("http://s3.invalid")),
                            "us-east-1",
                            "bucket",
                            true,
                            KEYS,
                            Optional.empty());
            send(elsewhere, item(new Content.InMemory(NOISE)));
            assertThat(only(proxy).target()).startsWith("http://s3.invalid/bucket/weft/key?");
        }
    }

    @Test
    void passesByAProxyOnTheWayToTheEmbeddedServer() throws Exception {
        try (HttpRecorder server = HttpRecorder.start();
                HttpRecorder proxy = HttpRecorder.start();
                Proxy _ = Proxy.on(proxy.port())) {
            send(server.embedded(KEYS), item(new Content.InMemory(NOISE)));
            assertThat(server.take()).hasSize(1);
            assertThat(proxy.take()).isEmpty();
        }
    }

    private static void send(Target target, Item item) throws CalibrationException {
        try (NeutralClient client = new NeutralClient(target, CONTRACT)) {
            client.prepare("weft/key", item).send();
        }
    }

    private static Item item(Content content) {
        CRC32 crc32 = new CRC32();
        crc32.update(NOISE);
        return new Item(0, "noise", NOISE.length, crc32.getValue(), content);
    }

    private static RecordedRequest only(HttpRecorder server) {
        List<RecordedRequest> requests = server.take();
        assertThat(requests).hasSize(1);
        return requests.getFirst();
    }
}
