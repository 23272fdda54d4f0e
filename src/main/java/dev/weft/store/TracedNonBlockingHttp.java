package dev.weft.store;

import dev.weft.workload.ItemObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.SdkHttpExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpExecutionAttributes;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.utils.AttributeMap;

/// Reports to an item's observer how long its request waited for a connection. The request carries
/// the observer, because no thread belongs to it.
///
/// @param client client that sends the requests
/// @param eventLoops event loops of the client, which end with it
record TracedNonBlockingHttp(SdkAsyncHttpClient client, SdkEventLoopGroup eventLoops)
        implements SdkAsyncHttpClient {
    /// Longest time for running tasks of the event loops to end.
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(15);

    /// Attribute of an HTTP request that holds the observer.
    private static final Key TRACE = new Key();

    private static final class Key extends SdkHttpExecutionAttribute<ItemObserver> {
        Key() {
            super(ItemObserver.class);
        }
    }

    /// Builds the client.
    ///
    /// @param client builder of the client that sends the requests
    /// @param eventLoops event loops of the client
    record Builder(SdkAsyncHttpClient.Builder<?> client, SdkEventLoopGroup eventLoops)
            implements SdkAsyncHttpClient.Builder<Builder> {
        @Override
        public SdkAsyncHttpClient buildWithDefaults(AttributeMap defaults) {
            return new TracedNonBlockingHttp(client.buildWithDefaults(defaults), eventLoops);
        }
    }

    /// Attributes for a request of the SDK that carry the observer.
    static SdkHttpExecutionAttributes carrying(ItemObserver trace) {
        return SdkHttpExecutionAttributes.builder().put(TRACE, trace).build();
    }

    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
        ItemObserver trace = request.httpExecutionAttributes().getAttribute(TRACE);
        return client.execute(trace == null ? request : traced(request, trace));
    }

    private static AsyncExecuteRequest traced(AsyncExecuteRequest request, ItemObserver trace) {
        return AsyncExecuteRequest.builder()
                .request(request.request())
                .requestContentPublisher(request.requestContentPublisher())
                .responseHandler(request.responseHandler())
                .fullDuplex(request.fullDuplex())
                .httpExecutionAttributes(request.httpExecutionAttributes())
                .metricCollector(new ConnectionWait(trace))
                .build();
    }

    @Override
    public String clientName() {
        return client.clientName();
    }

    @Override
    public void close() {
        client.close();
        end(eventLoops);
    }

    /// Ends event loops and waits for their end.
    ///
    /// Netty's default quiet period of 2 s serves shared event loops, where tasks may arrive late.
    /// Here the client is already closed, so the quiet period is 0.
    static void end(SdkEventLoopGroup eventLoops) {
        eventLoops
                .eventLoopGroup()
                .shutdownGracefully(0, SHUTDOWN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(SHUTDOWN_TIMEOUT.plusSeconds(1).toMillis());
    }
}
