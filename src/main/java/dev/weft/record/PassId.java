package dev.weft.record;

/// Identity of a pass, by which results and timings are joined.
///
/// @param runId id of the run
/// @param trialId id of the trial in the run
/// @param pass position of the pass in its trial, from 1
public record PassId(String runId, String trialId, int pass) {
    /// Returns the identity of the pass of a row of the results.
    public static PassId of(PassRow row) {
        return new PassId(row.place().runId(), row.place().trialId(), row.place().pass());
    }

    /// Returns the identity of the pass of a row of the timings.
    public static PassId of(TimingRow row) {
        return new PassId(row.runId(), row.item().trialId(), row.item().pass());
    }
}
