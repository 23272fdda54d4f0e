package dev.weft.record;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One row of the timings: one item of one pass. Times are nanoseconds since the timed region of
/// the pass began.
///
/// @param trialId the JVM
/// @param pass the place of the pass within its trial, from 1
/// @param index the place of the item in the archive, from 0
/// @param unzipNanos how long the unzip stage was busy with it, right before it was handed out;
///   empty where it is unzipped while it is uploaded, and where nobody measured it
/// @param handedOutNanos when it was unzipped and had its permit
/// @param startedNanos when its request was handed to the client; empty where there was none
/// @param endedNanos when it was acknowledged or given up
/// @param attempts how many went out
/// @param throttled how many of them the server answered with 503 or 429; empty where nobody
///   counted
/// @param connectionWaitNanos how long they waited for a connection, together; empty where nobody
///   told
/// @param failure the code of the failure; empty where it was stored
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
    public ItemRow {
        Objects.requireNonNull(trialId);
        Objects.requireNonNull(name);
        Objects.requireNonNull(unzipNanos);
        Objects.requireNonNull(startedNanos);
        Objects.requireNonNull(throttled);
        Objects.requireNonNull(connectionWaitNanos);
        Objects.requireNonNull(failure);
    }

    /// When the unzip stage began with it; empty where [#unzipNanos] is.
    public OptionalLong unzipBeganNanos() {
        return unzipNanos.isPresent()
                ? OptionalLong.of(handedOutNanos - unzipNanos.getAsLong())
                : OptionalLong.empty();
    }
}
