package dev.weft.stats;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/// Two things and what their times say.
///
/// @param <T> what names a thing, such as a mode
public record Comparison<T>(T first, T second, Verdict verdict) {
    /// Compares every pair, paired by block, in the order in which the map gives the things. All
    /// pairs are one family.
    ///
    /// @param times of each thing one time a block, by the number of the block; finite, above zero,
    ///   in one unit
    /// @throws IllegalArgumentException for a time without a logarithm
    public static <T> List<Comparison<T>> ofEveryPair(
            Map<T, Map<Integer, Double>> times, VerdictFamily judge) {
        List<Pair<T>> pairs = pairs(List.copyOf(times.entrySet()));
        Iterator<Verdict> verdicts =
                judge.judge(pairs.stream().map(Pair::contrast).toList()).iterator();
        return pairs.stream()
                .map(pair -> new Comparison<>(pair.first, pair.second, verdicts.next()))
                .toList();
    }

    private static <T> List<Pair<T>> pairs(List<Entry<T, Map<Integer, Double>>> things) {
        List<Pair<T>> pairs = new ArrayList<>();
        for (int place = 0; place < things.size(); place++) {
            Entry<T, Map<Integer, Double>> first = things.get(place);
            for (Entry<T, Map<Integer, Double>> second : things.subList(place + 1, things.size())) {
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
