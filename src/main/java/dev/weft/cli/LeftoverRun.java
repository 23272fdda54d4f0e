package dev.weft.cli;

import dev.weft.plan.KeyPrefixes;
import dev.weft.session.RunIds;
import dev.weft.store.ListedObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Objects that one run left in the bucket.
///
/// @param run run id; with the prefix `doctor-` for objects of a permission test
/// @param objects number of objects; in a bucket with versions, number of versions and delete
///   markers
/// @param bytes total of the known sizes
/// @param newest time of the newest object; empty if the server omits a time
record LeftoverRun(String run, long objects, long bytes, Optional<Instant> newest) {
    LeftoverRun {
        Objects.requireNonNull(run);
        Objects.requireNonNull(newest);
        if (!isOwn(run)) {
            throw new IllegalArgumentException(run + " is no run of weft");
        }
    }

    /// Creates a run with its first object.
    static LeftoverRun of(String run, ListedObject object) {
        return new LeftoverRun(run, 1, object.size().orElse(0), object.modified());
    }

    /// Returns whether a name below [KeyPrefixes#ROOT] has the form of weft's names.
    static boolean isOwn(String name) {
        return RunIds.isRunId(KeyPrefixes.id(name));
    }

    /// Returns the name of the run that wrote an object; empty for other objects.
    static Optional<String> runOf(ListedObject object) {
        String key = object.key();
        int end = key.indexOf('/', KeyPrefixes.ROOT.length());
        return key.startsWith(KeyPrefixes.ROOT) && end > 0
                ? Optional.of(key.substring(KeyPrefixes.ROOT.length(), end))
                        .filter(LeftoverRun::isOwn)
                : Optional.empty();
    }

    /// Returns the common prefix of the keys of the run.
    String prefix() {
        return new KeyPrefixes(run).all();
    }

    /// Returns the run with a further object.
    LeftoverRun and(ListedObject object) {
        return new LeftoverRun(
                run,
                objects + 1,
                bytes + object.size().orElse(0),
                newest.flatMap(
                        known ->
                                object.modified().map(when -> when.isAfter(known) ? when : known)));
    }

    /// Returns whether the newest object is older than an age.
    boolean isOlderThan(Duration age, Instant now) {
        return age.isZero() || newest.map(when -> !when.plus(age).isAfter(now)).orElse(false);
    }

    /// Returns whether an object was counted. A run that is still active writes later objects.
    boolean holds(ListedObject object) {
        return runOf(object).filter(run::equals).isPresent()
                && (newest.isEmpty()
                        || object.modified().map(when -> !when.isAfter(newest.get())).orElse(true));
    }
}
