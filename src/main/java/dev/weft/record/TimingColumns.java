package dev.weft.record;

import static dev.weft.csv.CellType.COUNT;
import static dev.weft.csv.CellType.MICROS;
import static dev.weft.csv.CellType.TEXT;
import static dev.weft.csv.CellType.WHOLE;

import dev.weft.csv.CellType;
import dev.weft.csv.CsvLine;
import dev.weft.csv.RowCells;
import dev.weft.csv.RowFormat;
import java.util.Optional;
import java.util.OptionalLong;

/// Columns of the timings: their order, and how each is written and read. docs/csv.md explains
/// them. [TimingLines] writes the same lines faster, without cells.
final class TimingColumns {
    static final String STORED = "stored";
    static final String FAILED = "failed";

    /// `@` and a number mark the first schema that has the column.
    private static final String NAMES =
            """
            run_id trial_id pass index name bytes unzip_us@2 handed_out_us started_us ended_us
            attempts throttled@2 connection_wait_us@2 outcome code
            """;

    static final RowFormat<TimingRow> FORMAT =
            new RowFormat<>("timings", 2, NAMES, TimingColumns::row);

    private TimingColumns() {}

    private static TimingRow row(RowCells<TimingRow> row) {
        return new TimingRow(row.text("run_id", TimingRow::runId), item(row.part(TimingRow::item)));
    }

    private static ItemRow item(RowCells<ItemRow> item) {
        return new ItemRow(
                item.text("trial_id", ItemRow::trialId),
                item.value("pass", COUNT, ItemRow::pass),
                item.value("index", COUNT, ItemRow::index),
                item.text("name", ItemRow::name),
                item.value("bytes", WHOLE, ItemRow::bytes),
                item.optionalLong("unzip_us", MICROS, ItemRow::unzipNanos),
                item.value("handed_out_us", MICROS, ItemRow::handedOutNanos),
                item.optionalLong("started_us", MICROS, ItemRow::startedNanos),
                item.value("ended_us", MICROS, ItemRow::endedNanos),
                item.value("attempts", COUNT, ItemRow::attempts),
                item.optionalCount("throttled", ItemRow::throttled),
                item.optionalLong("connection_wait_us", MICROS, ItemRow::connectionWaitNanos),
                failure(item));
    }

    private static Optional<String> failure(RowCells<ItemRow> item) {
        boolean stored =
                item.text("outcome", row -> row.failure().isEmpty() ? STORED : FAILED)
                        .equals(STORED);
        Optional<String> code = item.optional("code", TEXT, ItemRow::failure);
        if (!stored) {
            item.constant("outcome", FAILED);
            return Optional.of(code.orElse(""));
        }
        if (code.isPresent()) {
            throw new IllegalArgumentException("it was stored, yet it has a code");
        }
        return code;
    }

    /// Writes the lines of the timings quickly. The lines are those of [#FORMAT], but numbers are
    /// appended directly and repeated cells are quoted once. Not thread-safe.
    static final class TimingLines {
        private final String runCell;
        private String trialId = "";
        private String runAndTrial;

        TimingLines(String runId) {
            StringBuilder cell = new StringBuilder();
            CsvLine.appendCell(cell, runId, true);
            runCell = cell.toString();
            runAndTrial = runAndTrial(trialId);
        }

        /// Appends the line of a row, with its line feed.
        void append(StringBuilder lines, ItemRow row) {
            if (!row.trialId().equals(trialId)) {
                trialId = row.trialId();
                runAndTrial = runAndTrial(trialId);
            }
            lines.append(runAndTrial);
            lines.append(',').append(row.pass());
            lines.append(',').append(row.index());
            CsvLine.appendCell(lines, row.name(), false);
            lines.append(',').append(row.bytes());
            appendMicros(lines, row.unzipNanos());
            lines.append(',').append(CellType.micros(row.handedOutNanos()));
            appendMicros(lines, row.startedNanos());
            lines.append(',').append(CellType.micros(row.endedNanos()));
            lines.append(',').append(row.attempts());
            lines.append(',');
            row.throttled().ifPresent(lines::append);
            appendMicros(lines, row.connectionWaitNanos());
            if (row.failure().isEmpty()) {
                lines.append(',').append(TimingColumns.STORED).append(',');
            } else {
                lines.append(',').append(TimingColumns.FAILED);
                CsvLine.appendCell(lines, row.failure().get(), false);
            }
            lines.append('\n');
        }

        private static void appendMicros(StringBuilder lines, OptionalLong nanos) {
            lines.append(',');
            if (nanos.isPresent()) {
                lines.append(CellType.micros(nanos.getAsLong()));
            }
        }

        private String runAndTrial(String trial) {
            StringBuilder cells = new StringBuilder(runCell);
            CsvLine.appendCell(cells, trial, false);
            return cells.toString();
        }
    }
}
