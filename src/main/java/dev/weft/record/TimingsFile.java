package dev.weft.record;

import dev.weft.csv.CorruptLine;
import dev.weft.csv.FileErrorText;
import dev.weft.csv.LineFile;
import dev.weft.csv.ReadResult;
import dev.weft.csv.RecordException;
import dev.weft.record.TimingColumns.TimingLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes and reads the timings of a run: a CSV file with one row per item. Every JVM of the run
/// appends to it.
///
/// The measuring threads queue rows, and a separate thread writes them at least every 100 ms.
/// Written rows survive the end of the process. No row is dropped: if the writer cannot keep up,
/// [#record] waits. docs/csv.md describes the columns.
public final class TimingsFile implements AutoCloseable {
    /// Largest number of rows in the queue.
    private static final int CAPACITY = 16_384;

    /// Half of the 100 ms, to leave time for the write itself.
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final Path path;
    private final TimingsWriter writer;

    private TimingsFile(Path path, TimingsWriter writer) {
        this.path = path;
        this.writer = writer;
    }

    /// Opens the timings; creates the file and its folder if they do not exist. It writes the
    /// header at once, so that its classes are loaded before the first item is timed.
    ///
    /// @param runId id of the run to which the rows belong
    /// @throws RecordException if the file cannot be written or is of another kind
    public static TimingsFile open(Path path, String runId) throws RecordException {
        return open(path, runId, LineFile.FileOpener::readWrite, CAPACITY, INTERVAL);
    }

    static TimingsFile open(
            Path path, String runId, LineFile.FileOpener opener, int capacity, Duration interval)
            throws RecordException {
        try {
            LineFile file = LineFile.open(path, TimingColumns.FORMAT.header(), opener);
            try {
                TimingsWriter writer =
                        new TimingsWriter(file, new TimingLines(runId), capacity, interval);
                writer.start();
                return new TimingsFile(path, writer);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw FileErrorText.cannotWrite(TimingColumns.FORMAT.kind(), path, e);
        }
    }

    /// Queues a row for the writer. Thread-safe; waits only if the queue is full.
    ///
    /// After a failure of the writer it counts the row as lost, and [#flush] and [#close] report
    /// that.
    ///
    /// @throws IllegalStateException if the file is closed
    public void record(ItemRow row) {
        writer.put(row);
    }

    /// Waits until every queued row is in the file.
    ///
    /// @throws RecordException if rows could not be written, now or before
    public void flush() throws RecordException {
        throwIfPresent(writer.flush());
    }

    /// Writes the queued rows and ends the writer. No thread may be in [#record] at that time.
    /// Later calls do nothing.
    ///
    /// @throws RecordException if rows could not be written, now or before
    @Override
    public void close() throws RecordException {
        if (!writer.isClosed()) {
            throwIfPresent(writer.close());
        }
    }

    /// Returns the truncated lines that crashes left and that were moved to another file so far.
    public List<CorruptLine> movedLines() {
        return writer.movedLines();
    }

    /// Reads all rows.
    ///
    /// @throws RecordException if the file does not exist, cannot be read or is of another kind
    public static ReadResult<TimingRow> read(Path path) throws RecordException {
        return TimingColumns.FORMAT.read(path);
    }

    /// Reads row by row, for files larger than the heap.
    ///
    /// @return lines that are not valid rows
    /// @throws RecordException if the file does not exist, cannot be read or is of another kind
    public static List<CorruptLine> read(Path path, Consumer<TimingRow> rows)
            throws RecordException {
        return TimingColumns.FORMAT.read(path, rows);
    }

    /// Returns the first line of a file of timings, with its line feed.
    public static String header() {
        return TimingColumns.FORMAT.header();
    }

    /// Formats a row as a line of the file, with its line feed.
    public static String line(TimingRow row) {
        return TimingColumns.FORMAT.line(row);
    }

    private void throwIfPresent(Optional<Throwable> failure) throws RecordException {
        if (failure.isPresent()) {
            throw FileErrorText.rowsLost(writer.lostRows(), path, failure.get());
        }
    }
}
