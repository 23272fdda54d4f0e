package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.mode.Async;
import dev.weft.mode.Mode;
import dev.weft.mode.Sequential;
import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import dev.weft.record.ItemCounts;
import dev.weft.run.MadeUpPass;
import dev.weft.testing.HttpRecorder;
import dev.weft.testing.MadeUpItems;
import dev.weft.testing.Proxy;
import dev.weft.testing.RecordedRequest;
import dev.weft.testing.ServerStore;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private static final Credentials KEYS =
            new Credentials.Static("AKIDEXAMPLE", "secret", Optional.empty());

    @Test
    void standsInFrontOfServersThatSomebodyElseRuns() throws Exception {
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
            upload(elsewhere);
            // Netty asks the proxy for a tunnel first.
            assertThat(proxy.take())
                    .extracting(RecordedRequest::method)
                    .containsExactly("PUT", "CONNECT", "PUT");
        }
    }

    @Test
    void isPassedByOnTheWayToTheEmbeddedServer() throws Exception {
        try (HttpRecorder server = HttpRecorder.start();
                HttpRecorder proxy = HttpRecorder.start();
                Proxy _ = Proxy.on(proxy.port())) {
            upload(server.embedded(KEYS));
            assertThat(server.take()).hasSize(2);
            assertThat(proxy.take()).isEmpty();
        }
    }

    /// One item with each client.
    private static void upload(Target target) throws InterruptedException {
        try (ServerStore store = new ServerStore(target, 1)) {
            for (Mode mode : List.of(new Sequential(), new Async())) {
                MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(1), 1);
                store.below("weft/").drive(mode, pass.pass());
                assertThat(pass.counts()).isEqualTo(new ItemCounts(1, 0, 0));
            }
        }
    }
}
