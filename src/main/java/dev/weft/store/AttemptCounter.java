package dev.weft.store;

import dev.weft.workload.ItemObserver;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Reports each attempt of an upload, retries included, and each throttled answer to the observer
/// of its item.
final class AttemptCounter implements ExecutionInterceptor {
    /// Attribute of a request that holds its observer.
    static final ExecutionAttribute<ItemObserver> TRACE = new ExecutionAttribute<>("weft-trace");

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    @Override
    public void afterTransmission(
            Context.AfterTransmission context, ExecutionAttributes attributes) {
        ItemObserver trace = attributes.getAttribute(TRACE);
        int status = context.httpResponse().statusCode();
        // S3 answers SlowDown and ServiceUnavailable with 503; other servers use 429.
        if (trace != null && (status == UNAVAILABLE || status == TOO_MANY_REQUESTS)) {
            trace.throttled();
        }
    }

    @Override
    public void beforeTransmission(
            Context.BeforeTransmission context, ExecutionAttributes attributes) {
        ItemObserver trace = attributes.getAttribute(TRACE);
        if (trace != null) {
            trace.attempt();
        }
    }
}
