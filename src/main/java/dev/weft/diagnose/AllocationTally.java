package dev.weft.diagnose;

import dev.weft.diagnose.Diagnosis.Allocation;
import dev.weft.diagnose.Diagnosis.TypeShare;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sums allocated bytes by class.
final class AllocationTally {
    private final Map<String, Long> bytes = new HashMap<>();

    /// Adds a sample.
    ///
    /// @param type name of the class
    /// @param weight bytes that the thread allocated since its previous sample
    void add(String type, long weight) {
        bytes.merge(type, weight, Long::sum);
    }

    Allocation allocation() {
        long totalBytes = bytes.values().stream().mapToLong(Long::longValue).sum();
        List<TypeShare> types =
                bytes.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(
                                type ->
                                        new TypeShare(
                                                type.getKey(),
                                                (double) type.getValue() / totalBytes))
                        .toList();
        return new Allocation(totalBytes, types);
    }
}
