package dev.weft.mode;

import dev.weft.workload.Workload;

/// One form of concurrency: who runs what. The compiler refuses a pair of mode and workload that
/// would have to be faked.
///
/// A mode lives as long as a trial: threads that it keeps serve all of its passes.
public sealed interface Mode extends AutoCloseable {
    /// The most virtual threads that worked on items at once since this was asked last; 0 where the
    /// mode starts none.
    int takePeakVirtualThreads();

    /// Ends the threads of the mode.
    @Override
    void close();

    /// Drives work that holds its thread.
    non-sealed interface Blocking extends Mode {
        /// Takes items from the pass until there are none, and returns when all of them are
        /// finished.
        void drive(Pass pass, Workload.Blocking work) throws InterruptedException;
    }

    /// Drives work that is a future.
    non-sealed interface NonBlocking extends Mode {
        /// Takes items from the pass until there are none, and returns when all of them are
        /// finished.
        void drive(Pass pass, Workload.NonBlocking work) throws InterruptedException;
    }
}
