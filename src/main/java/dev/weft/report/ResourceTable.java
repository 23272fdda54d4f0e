package dev.weft.report;

import dev.weft.analysis.ModeSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the modes of a setting took of the machine in warm passes, side by side.
///
/// @param setting its place in the list of settings
/// @param lines each one kind of figure
record ResourceTable(int setting, List<Line> lines) {
    /// One kind of figure.
    ///
    /// @param name what it is
    /// @param meaning a sentence more
    /// @param modes by the name of the mode; absent where the platform could not tell
    record Line(String name, String meaning, Map<String, Figure> modes) {}

    static ResourceTable of(int setting, List<ModeSummary> modes) {
        List<Line> lines = new ArrayList<>();
        for (ResourceCost expense : ResourceCost.ALL) {
            Map<String, Figure> figures = new LinkedHashMap<>();
            for (ModeSummary mode : modes) {
                expense.of(mode).ifPresent(figure -> figures.put(mode.mode().label(), figure));
            }
            if (!figures.isEmpty()) {
                lines.add(new Line(expense.name(), expense.meaning(), figures));
            }
        }
        return new ResourceTable(setting, lines);
    }
}
