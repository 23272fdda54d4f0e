package dev.weft.server;

import java.util.OptionalLong;

/// How the heap of a server is shared out, so that nothing that clients do fills it. What is not
/// listed is left for requests and for the collector.
///
/// @param bodyBytes for bodies; more go to the spill file
/// @param indexBytes for keys and headers; more objects are refused
/// @param bufferBytes for what S3Proxy buffers; more requests wait
record HeapBudget(long bodyBytes, long indexBytes, long bufferBytes) {
    /// Shares out a heap.
    ///
    /// @param bodyBytes what was asked for; empty for a quarter of the heap
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
