package dev.weft.run;

import dev.weft.plan.PassSpec;
import dev.weft.record.PassResult;

/// One mode at one concurrency, in one JVM with one client: here, in a child JVM, or elsewhere.
///
/// The first pass is the cold one. One thread runs passes; any thread may stop or watch.
public interface Trial extends AutoCloseable {
    /// Makes one pass and says what was measured.
    ///
    /// @throws TrialException when the pass could not be made or its JVM was lost; the trial is of
    ///   no more use
    PassResult run(PassSpec pass) throws TrialException, InterruptedException;

    /// How far the pass is that runs now.
    Progress progress();

    /// Ends the trial early: this pass and those that follow hand out nothing more; what is on its
    /// way is waited for.
    void stop(String reason);

    /// Ends the trial with its client, threads and, where it has one, its JVM.
    ///
    /// @throws TrialException when something that was recorded could not be written
    @Override
    void close() throws TrialException;
}
