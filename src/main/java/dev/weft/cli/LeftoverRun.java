package dev.weft.cli;

import dev.weft.plan.KeyPrefixes;
import dev.weft.session.RunIds;
import dev.weft.store.ListedObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// What one run left in the bucket.
///
/// @param run its id, `doctor-` before it where it was no run but a trial of the bucket
/// @param objects how many; of a bucket that keeps versions, how many versions and markers
/// @param bytes of those whose size the server tells
/// @param newest when the last of them was written; empty where the server does not tell of all
record LeftoverRun(String run, long objects, long bytes, Optional<Instant> newest) {
    LeftoverRun {
        Objects.requireNonNull(run);
        Objects.requireNonNull(newest);
        if (!isOwn(run)) {
            throw new IllegalArgumentException(run + " is no run of weft");
        }
    }

    /// The first object of a run.
    static LeftoverRun of(String run, ListedObject object) {
        return new LeftoverRun(run, 1, object.size().orElse(0), object.modified());
    }

    /// Whether weft gives such names to what it writes below [KeyPrefixes#ROOT].
    static boolean isOwn(String name) {
        return RunIds.isRunId(KeyPrefixes.id(name));
    }

    /// The run that an object belongs to; empty where it is none of weft's.
    static Optional<String> runOf(ListedObject object) {
        String key = object.key();
        int end = key.indexOf('/', KeyPrefixes.ROOT.length());
        return key.startsWith(KeyPrefixes.ROOT) && end > 0
                ? Optional.of(key.substring(KeyPrefixes.ROOT.length(), end))
                        .filter(LeftoverRun::isOwn)
                : Optional.empty();
    }

    /// What every key of the run begins with.
    String prefix() {
        return new KeyPrefixes(run).all();
    }

    /// With one object more.
    LeftoverRun and(ListedObject object) {
        return new LeftoverRun(
                run,
                objects + 1,
                bytes + object.size().orElse(0),
                newest.flatMap(
                        known ->
                                object.modified().map(when -> when.isAfter(known) ? when : known)));
    }

    /// Whether nothing was written for so long.
    boolean isOlderThan(Duration age, Instant now) {
        return age.isZero() || newest.map(when -> !when.plus(age).isAfter(now)).orElse(false);
    }

    /// Whether an object was there when this was counted: a run that goes on writes others.
    boolean holds(ListedObject object) {
        return runOf(object).filter(run::equals).isPresent()
                && (newest.isEmpty()
                        || object.modified().map(when -> !when.isAfter(newest.get())).orElse(true));
    }
}
