package dev.weft.store;

import dev.weft.workload.ItemObserver;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/// An HTTP client that tells the trace of an upload how long it waited for a connection. The SDK
/// calls it in the thread that uploads, which is how the trace is found.
///
/// @param client what carries the requests
record TracedBlockingHttp(SdkHttpClient client) implements SdkHttpClient {
    /// Where the thread that uploads says what for.
    static final ScopedValue<ItemObserver> TRACE = ScopedValue.newInstance();

    /// Builds such clients.
    ///
    /// @param client builds what carries the requests
    record Builder(SdkHttpClient.Builder<?> client) implements SdkHttpClient.Builder<Builder> {
        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return new TracedBlockingHttp(client.buildWithDefaults(defaults));
        }
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return client.prepareRequest(TRACE.isBound() ? traced(request, TRACE.get()) : request);
    }

    private static HttpExecuteRequest traced(HttpExecuteRequest request, ItemObserver trace) {
        HttpExecuteRequest.Builder traced =
                HttpExecuteRequest.builder()
                        .request(request.httpRequest())
                        .metricCollector(new ConnectionWait(trace));
        request.contentStreamProvider().ifPresent(traced::contentStreamProvider);
        return traced.build();
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
