package dev.weft.run;

import dev.weft.plan.FairnessContract;

/// Sets the largest file size that the unzip stage holds in memory; larger files are streamed.
public final class InMemoryLimit {
    private static final long LARGEST_BYTES = 1024 * 1024;

    private InMemoryLimit() {}

    /// Limits the items of a full connection pool to a quarter of the heap. All modes have the same
    /// pool size, so all stream the same items.
    public static long bytes(FairnessContract contract) {
        return Math.min(LARGEST_BYTES, Runtime.getRuntime().maxMemory() / 4 / contract.poolSize());
    }
}
