package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.plan.Credentials;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.Target;
import dev.weft.testing.HttpRecorder;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.Future;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.services.s3.S3AsyncClient;

class ClientsTest {
    private static final Credentials KEYS =
            new Credentials.Static("AKIDEXAMPLE", "secret", Optional.empty());
    private static final FairnessContract CONTRACT = FairnessContract.standard(1);

    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final WatchedLoops loops = new WatchedLoops(threads);

    @Test
    @Timeout(60)
    void endsItsEventLoopsWithoutAQuietPeriod() throws Exception {
        try (HttpRecorder server = HttpRecorder.start()) {
            try (S3AsyncClient client =
                    Clients.nonBlocking(
                            server.embedded(KEYS), CONTRACT, SdkEventLoopGroup.create(loops))) {
                client.putObject(put -> put.bucket("bucket").key("key"), AsyncRequestBody.empty())
                        .get();
                assertThat(threads).isNotEmpty().allMatch(Thread::isAlive);
            }
        }
        assertThat(loops.quietPeriods).containsExactly(0L);
        assertThat(loops.isTerminated()).isTrue();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    @Timeout(60)
    void leavesNoEventLoopsWhereTheClientCannotBeBuilt() throws Exception {
        loops.submit(() -> {}).get();
        Target withoutScheme =
                new Target(
                        Target.Kind.EMBEDDED,
                        Optional.of(URI.create("localhost")),
                        "us-east-1",
                        "bucket",
                        true,
                        KEYS,
                        Optional.empty());
        assertThatThrownBy(
                        () ->
                                Clients.nonBlocking(
                                        withoutScheme, CONTRACT, SdkEventLoopGroup.create(loops)))
                .hasMessageContaining("scheme");
        assertThat(loops.isTerminated()).isTrue();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /// Keeps its threads, and the quiet periods with which it was ended.
    private static final class WatchedLoops extends NioEventLoopGroup {
        private final List<Long> quietPeriods = new ArrayList<>();

        WatchedLoops(Queue<Thread> threads) {
            super(
                    1,
                    task -> {
                        Thread thread = new Thread(task);
                        threads.add(thread);
                        return thread;
                    });
        }

        @Override
        public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
            quietPeriods.add(quietPeriod);
            return super.shutdownGracefully(quietPeriod, timeout, unit);
        }
    }
}
