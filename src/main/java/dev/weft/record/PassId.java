package dev.weft.record;

import java.util.Objects;

/// Which pass it is: what results and timings have in common.
///
/// @param runId the experiment
/// @param trialId the JVM within the experiment
/// @param pass the place of the pass within its trial, from 1
public record PassId(String runId, String trialId, int pass) {
    public PassId {
        Objects.requireNonNull(runId);
        Objects.requireNonNull(trialId);
    }

    /// Of a row of the results.
    public static PassId of(PassRow row) {
        return new PassId(row.place().runId(), row.place().trialId(), row.place().pass());
    }

    /// Of a row of the timings.
    public static PassId of(TimingRow row) {
        return new PassId(row.runId(), row.item().trialId(), row.item().pass());
    }
}
