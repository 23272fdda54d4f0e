package dev.weft.diagnose;

import dev.weft.diagnose.Diagnosis.Place;
import dev.weft.diagnose.Diagnosis.Waits;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// Adds up waits by what they were for and where.
final class WaitTally {
    private static final int MOST = 10;

    private final Map<Spot, Sum> spots = new HashMap<>();
    private long count;
    private Duration total = Duration.ZERO;
    private Duration longest = Duration.ZERO;

    private record Spot(String what, String where) {}

    private record Sum(long count, Duration total) {
        Sum plus(Sum other) {
            return new Sum(count + other.count, total.plus(other.total));
        }
    }

    void add(String what, String where, Duration wait) {
        spots.merge(new Spot(what, where), new Sum(1, wait), Sum::plus);
        count++;
        total = total.plus(wait);
        longest = wait.compareTo(longest) > 0 ? wait : longest;
    }

    Waits waits() {
        return new Waits(
                count,
                total,
                longest,
                spots.entrySet().stream()
                        .map(
                                spot ->
                                        new Place(
                                                spot.getKey().what(),
                                                spot.getKey().where(),
                                                spot.getValue().count(),
                                                spot.getValue().total()))
                        .sorted(
                                Comparator.comparing(Place::total)
                                        .reversed()
                                        .thenComparing(Place::where)
                                        .thenComparing(Place::what))
                        .limit(MOST)
                        .toList());
    }
}
