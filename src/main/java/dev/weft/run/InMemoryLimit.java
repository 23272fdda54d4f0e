package dev.weft.run;

import dev.weft.plan.FairnessContract;

/// Up to which size the unzip stage holds a file in memory; larger ones are streamed.
public final class InMemoryLimit {
    private static final long LARGEST_BYTES = 1024 * 1024;

    private InMemoryLimit() {}

    /// Items that are open at once fill at most a quarter of this JVM's heap. By the pool, which
    /// all modes have alike: what one mode streams, no other may hold in memory.
    public static long bytes(FairnessContract contract) {
        return Math.min(LARGEST_BYTES, Runtime.getRuntime().maxMemory() / 4 / contract.poolSize());
    }
}
