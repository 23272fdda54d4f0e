package dev.weft.record;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Row of the timings: one item of one pass. Times are nanoseconds since the start of the timed
/// region of the pass.
///
/// @param trialId id of the trial
/// @param pass position of the pass in its trial, from 1
/// @param index position of the item in the archive, from 0
/// @param unzipNanos time that the unzip stage spent on the item right before it was handed out;
///   empty if it is unzipped during its upload or was not measured
/// @param handedOutNanos time at which the item was unzipped and had its permit
/// @param startedNanos time at which the client received the request; empty if there was no request
/// @param endedNanos time of the acknowledgement or of the failure
/// @param attempts attempts that were sent
/// @param throttled attempts that the server answered with 503 or 429; empty if they were not
///   counted
/// @param connectionWaitNanos total time that the attempts waited for a connection; empty if it was
///   not measured
/// @param failure error code; empty if the item was stored
public record ItemRow(
        String trialId,
        int pass,
        int index,
        String name,
        long bytes,
        OptionalLong unzipNanos,
        long handedOutNanos,
        OptionalLong startedNanos,
        long endedNanos,
        int attempts,
        OptionalInt throttled,
        OptionalLong connectionWaitNanos,
        Optional<String> failure) {
    /// Returns the time at which the unzip stage began with the item; empty if [#unzipNanos] is.
    public OptionalLong unzipBeganNanos() {
        return unzipNanos.isPresent()
                ? OptionalLong.of(handedOutNanos - unzipNanos.getAsLong())
                : OptionalLong.empty();
    }
}
