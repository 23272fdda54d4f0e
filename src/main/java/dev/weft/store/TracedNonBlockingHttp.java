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

/// An HTTP client that tells the trace of an upload how long it waited for a connection. The
/// request carries the trace, because no thread belongs to it.
///
/// @param client what carries the requests
/// @param eventLoops of the client, which end with it
record TracedNonBlockingHttp(SdkAsyncHttpClient client, SdkEventLoopGroup eventLoops)
        implements SdkAsyncHttpClient {
    /// How long event loops may take for what they have begun.
    private static final Duration LAST_TASKS = Duration.ofSeconds(15);

    /// Where a request of the HTTP client carries its trace.
    private static final Key TRACE = new Key();

    private static final class Key extends SdkHttpExecutionAttribute<ItemObserver> {
        Key() {
            super(ItemObserver.class);
        }
    }

    /// Builds such clients.
    ///
    /// @param client builds what carries the requests
    /// @param eventLoops of the client
    record Builder(SdkAsyncHttpClient.Builder<?> client, SdkEventLoopGroup eventLoops)
            implements SdkAsyncHttpClient.Builder<Builder> {
        @Override
        public SdkAsyncHttpClient buildWithDefaults(AttributeMap defaults) {
            return new TracedNonBlockingHttp(client.buildWithDefaults(defaults), eventLoops);
        }
    }

    /// What a request of the SDK carries so that the trace is found.
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

    /// Ends event loops, and waits until they have ended.
    ///
    /// The quiet period of 2 s, which the SDK and Netty wait for tasks that come late, is for loops
    /// that others use, too. Here the client is closed before, and no more tasks come.
    static void end(SdkEventLoopGroup eventLoops) {
        eventLoops
                .eventLoopGroup()
                .shutdownGracefully(0, LAST_TASKS.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(LAST_TASKS.plusSeconds(1).toMillis());
    }
}
