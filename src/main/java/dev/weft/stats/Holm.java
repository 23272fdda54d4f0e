package dev.weft.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Adjusts p-values by Holm's step-down procedure: Holm, "A Simple Sequentially Rejective Multiple
/// Test Procedure" (1979). The smallest of m p-values is compared with level/m, the next one with
/// level/(m-1), up to the first that fails.
final class Holm {
    private Holm() {}

    /// Returns the indexes of the p-values in the order of testing: ascending, ties in their given
    /// order.
    static List<Integer> order(double[] p) {
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> p[index]))
                .toList();
    }

    /// Returns the adjusted p-value at each index. It is at most the level exactly where the
    /// procedure rejects at that level.
    static double[] adjusted(double[] p) {
        double[] adjusted = new double[p.length];
        double largest = 0;
        int remaining = p.length;
        for (int index : order(p)) {
            largest = Math.max(largest, Math.min(1, remaining * p[index]));
            adjusted[index] = largest;
            remaining--;
        }
        return adjusted;
    }
}
