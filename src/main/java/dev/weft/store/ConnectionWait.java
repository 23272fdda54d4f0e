package dev.weft.store;

import dev.weft.workload.ItemObserver;
import java.time.Duration;
import software.amazon.awssdk.http.HttpMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricCollector;
import software.amazon.awssdk.metrics.NoOpMetricCollector;
import software.amazon.awssdk.metrics.SdkMetric;

/// Reports to an item's observer how long its request waited for a connection.
///
/// The SDK's metric publisher would collect about thirty figures per request and build a tree of
/// them.
///
/// Apache 5 reports the wait for a pooled connection; Netty also includes the opening of a new one.
/// Netty's wait includes the queueing for the event loop, because it starts in the calling thread.
///
/// @param trace observer of the item
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
