package dev.weft.server;

import java.util.OptionalLong;

/// Shares of the server's heap, so that no client can fill it. The rest of the heap is for requests
/// and the collector.
///
/// @param bodyBytes share of bodies; further bodies go to the spill file
/// @param indexBytes share of keys and headers; further objects are rejected
/// @param bufferBytes share of S3Proxy's buffers; further requests wait
record HeapBudget(long bodyBytes, long indexBytes, long bufferBytes) {
    /// Divides a heap.
    ///
    /// @param bodyBytes requested share of bodies; empty for a quarter of the heap
    static HeapBudget of(OptionalLong bodyBytes, long heapBytes) throws ServerStartException {
        long most = heapBytes / 2;
        long bodies = bodyBytes.orElse(heapBytes / 4);
        if (bodies > most) {
            throw new ServerStartException(
                    ("the embedded server may keep %d bytes in memory at most, half of its heap, not %d;"
                                    + " ask for less or give it a larger heap")
                            .formatted(most, bodies));
        }
        return new HeapBudget(bodies, (heapBytes - bodies) / 3, heapBytes / 8);
    }
}
