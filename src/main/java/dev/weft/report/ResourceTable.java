package dev.weft.report;

import dev.weft.analysis.ModeSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Resources that the modes of a case used in warm passes, side by side.
///
/// @param setting index in the list of cases
/// @param lines one for each resource
record ResourceTable(int setting, List<Line> lines) {
    /// Amounts of one resource.
    ///
    /// @param meaning explanation in a sentence
    /// @param modes amount by name of the mode; absent if the platform does not report it
    record Line(String name, String meaning, Map<String, Figure> modes) {}

    static ResourceTable of(int setting, List<ModeSummary> modes) {
        List<Line> lines = new ArrayList<>();
        for (ResourceCost cost : ResourceCost.ALL) {
            Map<String, Figure> figures = new LinkedHashMap<>();
            for (ModeSummary mode : modes) {
                cost.of(mode).ifPresent(figure -> figures.put(mode.mode().label(), figure));
            }
            if (!figures.isEmpty()) {
                lines.add(new Line(cost.name(), cost.meaning(), figures));
            }
        }
        return new ResourceTable(setting, lines);
    }
}
