package dev.weft.plot;

import dev.weft.record.PassRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a picture does not show, in words.
///
/// @param rows every row that might have been shown
/// @param shown those that are, good or not
record OmittedData(List<PassRow> rows, List<PassRow> shown) {
    private static final String FAILED = "that failed or were not verified";

    /// Such as `24 passes of 2 other runs, 3 that failed or were not verified`; empty where nothing
    /// was left out.
    ///
    /// @param reason why a row of a run that is shown is not shown itself
    Optional<String> sentence(Function<PassRow, String> reason) {
        List<String> runs = runs(shown);
        List<PassRow> others = PassSelection.filter(rows, row -> !runs.contains(row.place().runId()));
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (!others.isEmpty()) {
            int many = runs(others).size();
            counts.put(
                    many == 1 ? "of 1 other run" : "of %,d other runs".formatted(many),
                    others.size());
        }
        for (PassRow row : rows) {
            if (runs.contains(row.place().runId())) {
                if (!PassSelection.isGood(row)) {
                    counts.merge(FAILED, 1, Integer::sum);
                } else if (!shown.contains(row)) {
                    counts.merge(reason.apply(row), 1, Integer::sum);
                }
            }
        }
        return counts.isEmpty() ? Optional.empty() : Optional.of(sentence(counts));
    }

    private static String sentence(Map<String, Integer> counts) {
        String all =
                counts.entrySet().stream()
                        .map(count -> "%,d %s".formatted(count.getValue(), count.getKey()))
                        .collect(Collectors.joining(", "));
        boolean one = counts.values().iterator().next() == 1;
        return all.replaceFirst(" ", one ? " pass " : " passes ");
    }

    private static List<String> runs(List<PassRow> rows) {
        return rows.stream().map(row -> row.place().runId()).distinct().toList();
    }
}
