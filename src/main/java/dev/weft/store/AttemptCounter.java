package dev.weft.store;

import dev.weft.workload.ItemObserver;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Tells the trace of an upload about each attempt, retries included, and about each answer that
/// tells to slow down.
final class AttemptCounter implements ExecutionInterceptor {
    /// Where a request carries its trace.
    static final ExecutionAttribute<ItemObserver> TRACE = new ExecutionAttribute<>("weft-trace");

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    @Override
    public void afterTransmission(
            Context.AfterTransmission context, ExecutionAttributes attributes) {
        ItemObserver trace = attributes.getAttribute(TRACE);
        int status = context.httpResponse().statusCode();
        // S3 says SlowDown and ServiceUnavailable with the one, other servers with the other.
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
