package dev.weft.record;

import dev.weft.csv.Column;
import java.util.List;
import java.util.stream.Stream;

/// Lists the columns of the results, in order. A test compares docs/csv.md with this list.
final class ResultsColumns {
    /// Number of this list of columns. It changes when a column is added, is removed or changes its
    /// meaning. An added column states its first schema in [Column#since], so that files of older
    /// schemas can be read.
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
