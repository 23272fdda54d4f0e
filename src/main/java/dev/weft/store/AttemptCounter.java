package dev.weft.store;

import dev.weft.workload.Trace;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Tells the trace of an upload about each attempt, retries included.
final class AttemptCounter implements ExecutionInterceptor {
    /// Where a request carries its trace.
    static final ExecutionAttribute<Trace> TRACE = new ExecutionAttribute<>("weft-trace");

    @Override
    public void beforeTransmission(
            Context.BeforeTransmission context, ExecutionAttributes attributes) {
        Trace trace = attributes.getAttribute(TRACE);
        if (trace != null) {
            trace.attempt();
        }
    }
}
