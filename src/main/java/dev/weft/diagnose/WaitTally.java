package dev.weft.diagnose;

import dev.weft.diagnose.Diagnosis.Place;
import dev.weft.diagnose.Diagnosis.Waits;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// Sums waits by cause and place.
final class WaitTally {
    private final Map<WaitKey, Sum> sums = new HashMap<>();
    private long count;
    private Duration total = Duration.ZERO;
    private Duration longest = Duration.ZERO;

    private record WaitKey(String cause, String method) {}

    private record Sum(long count, Duration total) {
        Sum plus(Sum other) {
            return new Sum(count + other.count, total.plus(other.total));
        }
    }

    void add(String cause, String method, Duration wait) {
        sums.merge(new WaitKey(cause, method), new Sum(1, wait), Sum::plus);
        count++;
        total = total.plus(wait);
        longest = wait.compareTo(longest) > 0 ? wait : longest;
    }

    Waits waits() {
        return new Waits(
                count,
                total,
                longest,
                sums.entrySet().stream()
                        .map(
                                entry ->
                                        new Place(
                                                entry.getKey().cause(),
                                                entry.getKey().method(),
                                                entry.getValue().count(),
                                                entry.getValue().total()))
                        .sorted(
                                Comparator.comparing(Place::total)
                                        .reversed()
                                        .thenComparing(Place::method)
                                        .thenComparing(Place::cause))
                        .toList());
    }
}
