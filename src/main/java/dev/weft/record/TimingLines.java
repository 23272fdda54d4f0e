package dev.weft.record;

import dev.weft.csv.CellType;
import dev.weft.csv.CsvLine;
import java.util.OptionalLong;

/// Writes the lines of the timings quickly. The lines are those of [TimingColumns], but numbers are
/// appended directly and repeated cells are quoted once. Not thread-safe.
final class TimingLines {
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
