package dev.weft.analysis;

import dev.weft.record.PassId;
import dev.weft.record.PassRow;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The one pass that is shown for all of its mode, setting and phase.
///
/// @param row what its timings are looked up by, see [#id]
/// @param endedWell whether it is the one of median wall time among those that ended well; else
///   none ended well, and it is the newest
public record RepresentativePass(PassRow row, boolean endedWell) {
    private static final Comparator<PassRow> STARTED =
            Comparator.comparing(row -> row.place().startedAt());

    public RepresentativePass {
        Objects.requireNonNull(row);
    }

    /// Chooses the pass whose wall time is the median of those that ended well, the lower of the
    /// two middle ones where they are even in number; where none ended well, the newest.
    ///
    /// @param rows of one mode, setting and phase; only those whose timings are at hand
    /// @return empty where there are no rows
    public static Optional<RepresentativePass> of(List<PassRow> rows) {
        List<PassRow> good =
                rows.stream()
                        .filter(ModeSummary::endedWell)
                        .sorted(
                                Comparator.comparing(
                                                (PassRow row) ->
                                                        row.measures().orElseThrow().wall())
                                        .thenComparing(STARTED))
                        .toList();
        return good.isEmpty()
                ? rows.stream().max(STARTED).map(row -> new RepresentativePass(row, false))
                : Optional.of(new RepresentativePass(good.get((good.size() - 1) / 2), true));
    }

    /// What its timings are looked up by.
    public PassId id() {
        return PassId.of(row);
    }
}
