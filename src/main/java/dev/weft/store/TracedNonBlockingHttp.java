package dev.weft.store;

import dev.weft.workload.Trace;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.SdkHttpExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpExecutionAttributes;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/// An HTTP client that tells the trace of an upload how long it waited for a connection. The
/// request carries the trace, because no thread belongs to it.
///
/// @param client what carries the requests
record TracedNonBlockingHttp(SdkAsyncHttpClient client) implements SdkAsyncHttpClient {
    /// Where a request of the HTTP client carries its trace.
    private static final Key TRACE = new Key();

    private static final class Key extends SdkHttpExecutionAttribute<Trace> {
        Key() {
            super(Trace.class);
        }
    }

    /// Builds such clients.
    ///
    /// @param client builds what carries the requests
    record Builder(SdkAsyncHttpClient.Builder<?> client)
            implements SdkAsyncHttpClient.Builder<Builder> {
        @Override
        public SdkAsyncHttpClient buildWithDefaults(AttributeMap defaults) {
            return new TracedNonBlockingHttp(client.buildWithDefaults(defaults));
        }
    }

    /// What a request of the SDK carries so that the trace is found.
    static SdkHttpExecutionAttributes carrying(Trace trace) {
        return SdkHttpExecutionAttributes.builder().put(TRACE, trace).build();
    }

    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
        Trace trace = request.httpExecutionAttributes().getAttribute(TRACE);
        return client.execute(trace == null ? request : traced(request, trace));
    }

    private static AsyncExecuteRequest traced(AsyncExecuteRequest request, Trace trace) {
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
    }
}
