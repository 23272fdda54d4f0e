package dev.weft.store;

import dev.weft.workload.Workload;

/// Uploads the items of one trial. All passes of the trial share the client and its connections.
public sealed interface UploadClient extends AutoCloseable {
    @Override
    void close();

    /// A client that blocks the calling thread.
    non-sealed interface Blocking extends UploadClient {
        /// Returns the workload that uploads to keys below the prefix.
        Workload.Blocking below(String prefix);
    }

    /// A client that returns futures.
    non-sealed interface NonBlocking extends UploadClient {
        /// Returns the workload that uploads to keys below the prefix.
        Workload.NonBlocking below(String prefix);
    }
}
