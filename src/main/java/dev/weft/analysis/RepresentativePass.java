package dev.weft.analysis;

import dev.weft.record.PassId;
import dev.weft.record.PassRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The pass that represents all passes of a mode, case and phase.
///
/// @param endedWell true for the successful pass of median wall time; false for the newest pass, if
///   none succeeded
public record RepresentativePass(PassRow row, boolean endedWell) {
    private static final Comparator<PassRow> BY_START =
            Comparator.comparing(row -> row.place().startedAt());

    /// Chooses the successful pass of median wall time, the lower of two middle ones. If none
    /// succeeded, chooses the newest.
    ///
    /// @param rows passes of one mode, case and phase whose timings are available
    /// @return empty if there are no rows
    public static Optional<RepresentativePass> of(List<PassRow> rows) {
        List<PassRow> good =
                rows.stream()
                        .filter(ModeSummary::endedWell)
                        .sorted(
                                Comparator.comparing(
                                                (PassRow row) ->
                                                        row.measures().orElseThrow().wall())
                                        .thenComparing(BY_START))
                        .toList();
        return good.isEmpty()
                ? rows.stream().max(BY_START).map(row -> new RepresentativePass(row, false))
                : Optional.of(new RepresentativePass(good.get((good.size() - 1) / 2), true));
    }

    /// Key of the timings of the pass.
    public PassId id() {
        return PassId.of(row);
    }
}
