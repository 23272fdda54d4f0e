package dev.weft.store;

import dev.weft.workload.ItemObserver;
import java.time.Duration;
import software.amazon.awssdk.http.HttpMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricCollector;
import software.amazon.awssdk.metrics.NoOpMetricCollector;
import software.amazon.awssdk.metrics.SdkMetric;

/// Takes from the HTTP client how long a request waited for a connection, and nothing else.
///
/// The SDK's own way, a metric publisher, would collect some thirty figures of every request and
/// build a tree of them.
///
/// Apache 5 tells the wait for a connection of the pool, Netty also the making of a new one.
/// Netty's begins in the thread that starts the request and ends in an event loop, so it holds what
/// the request waited for the loop.
///
/// @param trace of the item that the request is for
record ConnectionWait(ItemObserver trace) implements MetricCollector {
    @Override
    public String name() {
        return "weft";
    }

    @Override
    public <T> void reportMetric(SdkMetric<T> metric, T data) {
        if (metric.equals(HttpMetric.CONCURRENCY_ACQUIRE_DURATION)
                && data instanceof Duration wait) {
            trace.connectionWait(wait);
        }
    }

    @Override
    public MetricCollector createChild(String name) {
        return NoOpMetricCollector.create();
    }

    @Override
    public MetricCollection collect() {
        return NoOpMetricCollector.create().collect();
    }
}
