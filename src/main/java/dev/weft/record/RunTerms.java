package dev.weft.record;

import dev.weft.plan.Checksum;
import dev.weft.plan.FairnessContract;
import java.util.List;
import java.util.Objects;

/// What all modes were given alike, for one size of the connection pool. See [FairnessContract].
///
/// @param hashes what stands in the column `fairness` of the results of this pool: one for each
///   kind of zip and of trial
/// @param connectTimeoutMs for a connection to be made
/// @param acquireTimeoutMs for a connection of the pool to become free
/// @param attemptTimeoutMs for one attempt of a request
/// @param callTimeoutMs for a request with all of its attempts
/// @param maxAttempts of a request, the first one counted
/// @param idleLimitMs how long a connection is kept that nobody uses
public record RunTerms(
        int poolSize,
        List<String> hashes,
        long connectTimeoutMs,
        long acquireTimeoutMs,
        long attemptTimeoutMs,
        long callTimeoutMs,
        long idleLimitMs,
        int maxAttempts,
        String retryMode,
        Checksum checksum,
        String payloadSigning,
        String expect) {
    public RunTerms {
        hashes = List.copyOf(hashes);
        Objects.requireNonNull(retryMode);
        Objects.requireNonNull(checksum);
        Objects.requireNonNull(payloadSigning);
        Objects.requireNonNull(expect);
    }

    /// The terms of a contract.
    public static RunTerms of(FairnessContract contract, List<String> hashes) {
        return new RunTerms(
                contract.poolSize(),
                hashes,
                contract.connectTimeout().toMillis(),
                contract.acquireTimeout().toMillis(),
                contract.attemptTimeout().toMillis(),
                contract.callTimeout().toMillis(),
                FairnessContract.IDLE_LIMIT.toMillis(),
                contract.maxAttempts(),
                FairnessContract.RETRY_MODE,
                contract.checksum(),
                FairnessContract.PAYLOAD_SIGNING,
                FairnessContract.EXPECT);
    }
}
