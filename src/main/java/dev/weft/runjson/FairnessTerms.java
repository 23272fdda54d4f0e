package dev.weft.runjson;

import dev.weft.plan.Checksum;
import dev.weft.plan.FairnessContract;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Terms that are equal for all modes, for one size of the connection pool. See [FairnessContract].
///
/// @param hashes values of the column `fairness` in the results of this pool: one for each kind of
///   zip and of trial
/// @param connectTimeoutMs timeout for making a connection
/// @param acquireTimeoutMs timeout for getting a connection from the pool
/// @param attemptTimeoutMs timeout for one attempt of a request
/// @param callTimeoutMs timeout for a request with all its attempts
/// @param idleLimitMs longest time that an unused connection is kept
/// @param maxAttempts attempts of a request, including the first
public record FairnessTerms(
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
    public FairnessTerms {
        hashes = List.copyOf(hashes);
        Objects.requireNonNull(retryMode);
        Objects.requireNonNull(checksum);
        Objects.requireNonNull(payloadSigning);
        Objects.requireNonNull(expect);
    }

    /// Creates the terms of a contract.
    public static FairnessTerms of(FairnessContract contract, List<String> hashes) {
        return new FairnessTerms(
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

    /// Merges the terms of two parts of a run: equal terms become one with the hashes of both.
    static List<FairnessTerms> merged(List<FairnessTerms> earlier, List<FairnessTerms> later) {
        Map<FairnessTerms, Set<String>> hashes = new LinkedHashMap<>();
        Stream.concat(earlier.stream(), later.stream())
                .forEach(
                        terms ->
                                hashes.computeIfAbsent(
                                                terms.withHashes(List.of()),
                                                _ -> new LinkedHashSet<>())
                                        .addAll(terms.hashes));
        return hashes.entrySet().stream()
                .map(entry -> entry.getKey().withHashes(List.copyOf(entry.getValue())))
                .toList();
    }

    private FairnessTerms withHashes(List<String> newHashes) {
        return new FairnessTerms(
                poolSize,
                newHashes,
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
