package dev.weft.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.process.ForkedServer;
import dev.weft.record.ResourceUsage;
import dev.weft.server.ServerSettings;
import dev.weft.server.ServerStartException;
import dev.weft.testing.Embedded;
import dev.weft.testing.Processes;
import dev.weft.testing.ServerStore;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

@Timeout(60)
class ServerMainTest {
    @TempDir private Path folder;

    @Test
    void servesUntilItIsClosedAndLeavesNothingBehind() throws Exception {
        ServerSettings settings = ServerSettings.onLoopback("weft-test", folder);
        Path log = folder.resolve("logs/server.log");
        Set<Long> before = Processes.ofOurs();
        try (ForkedServer server = ForkedServer.start(ServerMain.class, settings, log)) {
            assertThat(Processes.ofOurs()).hasSize(before.size() + 1);
            try (S3Client client =
                    ServerStore.client(Embedded.target(settings, server.endpoint()))) {
                assertThat(client.listBuckets().buckets())
                        .extracting(bucket -> bucket.name())
                        .containsExactly("weft-test");
            }
        }
        assertThat(Processes.ofOurs()).isEqualTo(before);
        assertThat(log).doesNotExist();
    }

    /// To serve at all it has loaded thousands of classes.
    @Test
    void tellsTheCpuTimeOfItsJvmAsLongAsThatRuns() throws Exception {
        ServerSettings settings = ServerSettings.onLoopback("weft-test", folder);
        ForkedServer server =
                ForkedServer.start(ServerMain.class, settings, folder.resolve("server.log"));
        try (server) {
            Duration before = server.usage().flatMap(ResourceUsage::cpu).orElseThrow();
            assertThat(before).isBetween(Duration.ofMillis(50), Duration.ofMinutes(1));
            try (S3Client client =
                    ServerStore.client(Embedded.target(settings, server.endpoint()))) {
                for (int request = 0; request < 200; request++) {
                    client.listBuckets();
                }
            }
            assertThat(server.usage().flatMap(ResourceUsage::cpu).orElseThrow())
                    .isGreaterThan(before);
        }
        assertThat(server.usage().flatMap(ResourceUsage::cpu)).isEmpty();
    }

    @Test
    void saysWhichPortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServerSettings settings =
                    ServerSettings.onLoopback("weft-test", folder).withPort(taken.getLocalPort());
            assertThatThrownBy(
                            () ->
                                    ForkedServer.start(
                                            ServerMain.class,
                                            settings,
                                            folder.resolve("server.log")))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }
}
