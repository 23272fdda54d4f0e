package dev.weft.store;

import dev.weft.workload.Trace;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.HttpMetric;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.metrics.MetricCollector;

/// What it costs a request to be told how long it waited for a connection, apart from what the HTTP
/// client itself does to find out.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
public class ConnectionWaitBenchmark {
    private static final Duration WAIT = Duration.ofNanos(1_000);

    private final SdkHttpRequest put =
            SdkHttpRequest.builder()
                    .protocol("http")
                    .host("127.0.0.1")
                    .encodedPath("/bucket/key")
                    .method(SdkHttpMethod.PUT)
                    .build();
    private final Waits waits = new Waits();
    private final SdkHttpClient blocking = new TracedBlockingHttp(new Nobody());
    private final SdkAsyncHttpClient nonBlocking = new TracedNonBlockingHttp(new NobodyAsync());

    /// A request on a thread.
    @Benchmark
    public ExecutableHttpRequest blocking() {
        return ScopedValue.where(TracedBlockingHttp.TRACE, waits)
                .call(
                        () ->
                                blocking.prepareRequest(
                                        HttpExecuteRequest.builder().request(put).build()));
    }

    /// A request as a future.
    @Benchmark
    public CompletableFuture<Void> nonBlocking() {
        return nonBlocking.execute(
                AsyncExecuteRequest.builder()
                        .request(put)
                        .httpExecutionAttributes(TracedNonBlockingHttp.carrying(waits))
                        .build());
    }

    /// Reports what Apache 5 and Netty report of a request.
    private static void report(MetricCollector metrics) {
        metrics.reportMetric(HttpMetric.HTTP_CLIENT_NAME, "nobody");
        metrics.reportMetric(HttpMetric.CONCURRENCY_ACQUIRE_DURATION, WAIT);
        metrics.reportMetric(HttpMetric.MAX_CONCURRENCY, 64);
        metrics.reportMetric(HttpMetric.AVAILABLE_CONCURRENCY, 1);
        metrics.reportMetric(HttpMetric.LEASED_CONCURRENCY, 63);
        metrics.reportMetric(HttpMetric.PENDING_CONCURRENCY_ACQUIRES, 0);
    }

    private static final class Nobody implements SdkHttpClient {
        private static final ExecutableHttpRequest NOTHING =
                new ExecutableHttpRequest() {
                    @Override
                    public HttpExecuteResponse call() throws IOException {
                        throw new IOException("nobody is there");
                    }

                    @Override
                    public void abort() {}
                };

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            report(request.metricCollector().orElseThrow());
            return NOTHING;
        }

        @Override
        public void close() {}
    }

    private static final class NobodyAsync implements SdkAsyncHttpClient {
        private static final CompletableFuture<Void> NOTHING =
                CompletableFuture.completedFuture(null);

        @Override
        public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
            report(request.metricCollector().orElseThrow());
            return NOTHING;
        }

        @Override
        public void close() {}
    }

    private static final class Waits implements Trace {
        private long nanos;

        @Override
        public void requestStarted() {}

        @Override
        public void attempt() {}

        @Override
        public void throttled() {}

        @Override
        public void connectionWait(Duration wait) {
            nanos += wait.toNanos();
        }
    }
}
