package dev.weft.diagnose;

import dev.weft.diagnose.Diagnosis.Allocation;
import dev.weft.diagnose.Diagnosis.TypeShare;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Adds up what was allocated, by class.
final class AllocationTally {
    private static final int MOST = 10;

    private final Map<String, Long> bytes = new HashMap<>();

    /// Takes in a sample.
    ///
    /// @param type as the JVM names it, such as `[B`
    /// @param weight what its thread has allocated since its last sample, in bytes
    void add(String type, long weight) {
        bytes.merge(type, weight, Long::sum);
    }

    Allocation allocation() {
        long all = bytes.values().stream().mapToLong(Long::longValue).sum();
        List<TypeShare> types =
                bytes.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(MOST)
                        .map(
                                type ->
                                        new TypeShare(
                                                TypeName.readable(type.getKey()),
                                                (double) type.getValue() / all))
                        .toList();
        return new Allocation(all, types);
    }
}
