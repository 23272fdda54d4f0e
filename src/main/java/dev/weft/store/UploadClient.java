package dev.weft.store;

import dev.weft.workload.Workload;

/// A client that uploads, with its connections: one a trial, used by all of its passes.
public sealed interface UploadClient extends AutoCloseable {
    @Override
    void close();

    /// A client that holds the calling thread.
    non-sealed interface Blocking extends UploadClient {
        /// Uploads that go below the prefix.
        Workload.Blocking below(String prefix);
    }

    /// A client that answers with futures.
    non-sealed interface NonBlocking extends UploadClient {
        /// Uploads that go below the prefix.
        Workload.NonBlocking below(String prefix);
    }
}
