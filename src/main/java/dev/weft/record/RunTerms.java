package dev.weft.record;

import dev.weft.plan.Checksum;
import dev.weft.plan.FairnessContract;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

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

    /// The terms of two parts of a run, each once with the hashes of both.
    static List<RunTerms> merged(List<RunTerms> earlier, List<RunTerms> later) {
        Map<RunTerms, Set<String>> hashes = new LinkedHashMap<>();
        Stream.concat(earlier.stream(), later.stream())
                .forEach(
                        terms ->
                                hashes.computeIfAbsent(
                                                terms.with(List.of()), _ -> new LinkedHashSet<>())
                                        .addAll(terms.hashes));
        return hashes.entrySet().stream()
                .map(entry -> entry.getKey().with(List.copyOf(entry.getValue())))
                .toList();
    }

    private RunTerms with(List<String> others) {
        return new RunTerms(
                poolSize,
                others,
                connectTimeoutMs,
                acquireTimeoutMs,
                attemptTimeoutMs,
                callTimeoutMs,
                idleLimitMs,
                maxAttempts,
                retryMode,
                checksum,
                payloadSigning,
                expect);
    }
}
