package dev.weft.store;

import dev.weft.workload.ItemObserver;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/// Reports to an item's observer how long its request waited for a connection. The SDK calls this
/// HTTP client in the uploading thread, so a scoped value provides the observer.
///
/// @param client client that sends the requests
record TracedBlockingHttp(SdkHttpClient client) implements SdkHttpClient {
    /// Observer of the item that the current thread uploads.
    static final ScopedValue<ItemObserver> TRACE = ScopedValue.newInstance();

    /// Builds the client.
    ///
    /// @param client builder of the client that sends the requests
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
