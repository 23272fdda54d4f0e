package dev.weft.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Holm's step-down procedure: Holm, "A Simple Sequentially Rejective Multiple Test Procedure"
/// (1979). The smallest of m p is held against level/m, the next against level/(m-1), and so on up
/// to the first that fails.
final class Holm {
    private Holm() {}

    /// The places of p in the order in which they are tested: from the smallest, equal ones as they
    /// stand.
    static List<Integer> order(double[] p) {
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> p[place]))
                .toList();
    }

    /// The adjusted p, place by place: at most the level exactly where the procedure rejects at
    /// that level.
    static double[] adjusted(double[] p) {
        double[] adjusted = new double[p.length];
        double largest = 0;
        int remaining = p.length;
        for (int place : order(p)) {
            largest = Math.max(largest, Math.min(1, remaining * p[place]));
            adjusted[place] = largest;
            remaining--;
        }
        return adjusted;
    }
}
