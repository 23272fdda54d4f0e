package dev.weft.record;

import java.util.List;
import java.util.stream.Stream;

/// The columns of the results, in order. What writes a column also documents it: docs/csv.md is
/// held against this list.
final class ResultsColumns {
    /// The number of this list. It changes when a column comes, goes or changes its meaning. A
    /// column that comes says [Column#since] when, so that files of former schemas can be read.
    static final int SCHEMA = 3;

    static final List<Column<PassRow>> ALL =
            Stream.of(
                            TaskColumns.ALL,
                            MeasureColumns.ALL,
                            UsageColumns.ALL,
                            OutcomeColumns.ALL,
                            ReferenceColumns.ALL,
                            ConditionColumns.ALL)
                    .flatMap(List::stream)
                    .toList();

    private ResultsColumns() {}
}
