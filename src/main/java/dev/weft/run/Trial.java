package dev.weft.run;

import dev.weft.plan.PassSpec;
import dev.weft.record.PassResult;

/// Runs the passes of one mode at one concurrency with one client, in this or a child JVM.
///
/// The first pass is the cold one. One thread runs passes; any thread may call [#stop] and
/// [#progress].
public interface Trial extends AutoCloseable {
    /// Runs one pass and returns its measurements.
    ///
    /// @throws TrialException if the pass failed to run or its JVM was lost; the trial is then
    ///   unusable
    PassResult run(PassSpec pass) throws TrialException, InterruptedException;

    /// Progress of the pass that is running.
    Progress progress();

    /// Ends the trial early: no more items start, and items in flight are awaited.
    void stop(String reason);

    /// Closes the client, ends the threads and, if there is one, the child JVM.
    ///
    /// @throws TrialException if recorded timings could not be written
    @Override
    void close() throws TrialException;
}
