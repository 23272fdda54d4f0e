package dev.weft.diagnose;

import dev.weft.diagnose.Diagnosis.Place;
import dev.weft.diagnose.Diagnosis.Waits;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// Sums waits by cause and place.
final class WaitTally {
    private final Map<WaitKey, Place> places = new HashMap<>();
    private long count;
    private Duration total = Duration.ZERO;
    private Duration longest = Duration.ZERO;

    private record WaitKey(String cause, String method) {}

    void add(String cause, String method, Duration wait) {
        places.merge(
                new WaitKey(cause, method), new Place(cause, method, 1, wait), WaitTally::merge);
        count++;
        total = total.plus(wait);
        longest = wait.compareTo(longest) > 0 ? wait : longest;
    }

    private static Place merge(Place one, Place other) {
        return new Place(
                one.cause(),
                one.method(),
                one.count() + other.count(),
                one.total().plus(other.total()));
    }

    Waits waits() {
        return new Waits(
                count,
                total,
                longest,
                places.values().stream()
                        .sorted(
                                Comparator.comparing(Place::total)
                                        .reversed()
                                        .thenComparing(Place::method)
                                        .thenComparing(Place::cause))
                        .toList());
    }
}
