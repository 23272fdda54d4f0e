package dev.weft.stats;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/// The verdict on the times of two subjects, such as two modes.
///
/// @param <T> type that identifies a subject
public record Comparison<T>(T first, T second, Verdict verdict) {
    /// Compares every pair of subjects by block, in the iteration order of the map. All pairs form
    /// one family.
    ///
    /// @param times one time per block of each subject, by block number; finite, above zero, all in
    ///   the same unit
    /// @throws IllegalArgumentException if a time is not finite or not above zero
    public static <T> List<Comparison<T>> ofEveryPair(
            Map<T, Map<Integer, Double>> times, VerdictFamily judge) {
        List<Pair<T>> pairs = pairs(List.copyOf(times.entrySet()));
        Iterator<Verdict> verdicts =
                judge.judge(pairs.stream().map(Pair::contrast).toList()).iterator();
        return pairs.stream()
                .map(pair -> new Comparison<>(pair.first, pair.second, verdicts.next()))
                .toList();
    }

    private static <T> List<Pair<T>> pairs(List<Entry<T, Map<Integer, Double>>> subjects) {
        List<Pair<T>> pairs = new ArrayList<>();
        for (int index = 0; index < subjects.size(); index++) {
            Entry<T, Map<Integer, Double>> first = subjects.get(index);
            for (Entry<T, Map<Integer, Double>> second :
                    subjects.subList(index + 1, subjects.size())) {
                pairs.add(
                        new Pair<>(
                                first.getKey(),
                                second.getKey(),
                                LogRatio.paired(first.getValue(), second.getValue())));
            }
        }
        return pairs;
    }

    private record Pair<T>(T first, T second, LogRatio contrast) {}
}
