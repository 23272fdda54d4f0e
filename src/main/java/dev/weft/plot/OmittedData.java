package dev.weft.plot;

import dev.weft.record.PassRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Describes the passes that a picture leaves out.
///
/// @param rows all rows that the picture could show
/// @param shown rows in the picture, failed ones included
record OmittedData(List<PassRow> rows, List<PassRow> shown) {
    private static final String FAILED = "that failed or were not verified";

    /// Returns a text such as `24 passes of 2 other runs, 3 that failed or were not verified`;
    /// empty if nothing is left out.
    ///
    /// @param reason why a row of a shown run is left out
    Optional<String> sentence(Function<PassRow, String> reason) {
        List<String> runIds = runIds(shown);
        List<PassRow> others =
                PassSelection.filter(rows, row -> !runIds.contains(row.place().runId()));
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (!others.isEmpty()) {
            int otherRuns = runIds(others).size();
            counts.put(
                    otherRuns == 1 ? "of 1 other run" : "of %,d other runs".formatted(otherRuns),
                    others.size());
        }
        for (PassRow row : rows) {
            if (runIds.contains(row.place().runId())) {
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
        String parts =
                counts.entrySet().stream()
                        .map(count -> "%,d %s".formatted(count.getValue(), count.getKey()))
                        .collect(Collectors.joining(", "));
        boolean single = counts.values().iterator().next() == 1;
        return parts.replaceFirst(" ", single ? " pass " : " passes ");
    }

    private static List<String> runIds(List<PassRow> rows) {
        return rows.stream().map(row -> row.place().runId()).distinct().toList();
    }
}
