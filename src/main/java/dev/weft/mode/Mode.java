package dev.weft.mode;

import dev.weft.workload.Workload;

/// A form of concurrency: decides in which thread each upload runs. The type system admits only
/// workloads of the same form, blocking or non-blocking.
///
/// A mode lives as long as its trial, so that its threads serve all passes.
public sealed interface Mode extends AutoCloseable {
    /// Largest number of virtual threads that worked on items at once since the last call; 0 if the
    /// mode starts none.
    int takePeakVirtualThreads();

    /// Ends the threads of the mode.
    @Override
    void close();

    /// Drives uploads that block their thread.
    non-sealed interface Blocking extends Mode {
        /// Uploads the items of the pass until [Pass#next] is empty. Returns when all are finished.
        void drive(Pass pass, Workload.Blocking work) throws InterruptedException;
    }

    /// Drives uploads that are futures.
    non-sealed interface NonBlocking extends Mode {
        /// Uploads the items of the pass until [Pass#next] is empty. Returns when all are finished.
        void drive(Pass pass, Workload.NonBlocking work) throws InterruptedException;
    }
}
