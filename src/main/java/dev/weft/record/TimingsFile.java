package dev.weft.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The timings of a run: a CSV file of one row an item, appended to by every JVM of the run.
///
/// Rows are handed over by the threads that measure and written by a thread of their own, at least
/// every 100 ms: what was written survives the end of the process. No row is dropped: where the
/// writer cannot keep up, [#record] waits. The columns are described in docs/csv.md.
public final class TimingsFile implements AutoCloseable {
    /// How many rows may wait for the writer.
    private static final int CAPACITY = 16_384;

    /// Half of the 100 ms, so that writing has its time too.
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final Path path;
    private final TimingsWriter writer;

    private TimingsFile(Path path, TimingsWriter writer) {
        this.path = path;
        this.writer = writer;
    }

    /// Opens the timings; makes the file and its folder where they are not there. The header is
    /// written at once, so nothing is left to load when the first item is timed.
    ///
    /// @param runId the run that the rows will belong to
    /// @throws RecordException when the file cannot be written or is of another kind
    public static TimingsFile open(Path path, String runId) throws RecordException {
        return open(path, runId, FileOpener::readWrite, CAPACITY, INTERVAL);
    }

    static TimingsFile open(
            Path path, String runId, FileOpener opener, int capacity, Duration interval)
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
            throw FileErrorText.writing(TimingColumns.FORMAT.kind(), path, e);
        }
    }

    /// Hands a row to the writer. Safe for several threads; waits only where the queue is full.
    ///
    /// After a failure of the writer the row is counted as lost instead, and [#flush] and [#close]
    /// say so.
    ///
    /// @throws IllegalStateException when the file is closed
    public void record(ItemRow row) {
        writer.put(row);
    }

    /// Waits until every row that was handed over before is in the file.
    ///
    /// @throws RecordException when rows could not be written, now or before
    public void flush() throws RecordException {
        throwIfPresent(writer.flush());
    }

    /// Writes what is left and ends the writer. Nobody may be in [#record] at that time. The second
    /// and later calls do nothing.
    ///
    /// @throws RecordException when rows could not be written, now or before
    @Override
    public void close() throws RecordException {
        if (!writer.isClosed()) {
            throwIfPresent(writer.close());
        }
    }

    /// The lines that crashes had left unfinished and that were moved out of the way, so far.
    public List<CorruptLine> moved() {
        return writer.moved();
    }

    /// Reads all rows.
    ///
    /// @throws RecordException when there is no such file, it cannot be read, or is of another kind
    public static ReadResult<TimingRow> read(Path path) throws RecordException {
        List<TimingRow> rows = new ArrayList<>();
        List<CorruptLine> damages = read(path, rows::add);
        return new ReadResult<>(rows, damages);
    }

    /// Reads row by row, so that a file may be larger than the heap.
    ///
    /// @return the lines that are no rows
    /// @throws RecordException when there is no such file, it cannot be read, or is of another kind
    public static List<CorruptLine> read(Path path, Consumer<TimingRow> rows)
            throws RecordException {
        return TimingColumns.FORMAT.read(path, rows);
    }

    /// The first line of every file of timings, its end included.
    public static String header() {
        return TimingColumns.FORMAT.header();
    }

    /// A row as a file of timings holds it, its end included.
    public static String line(TimingRow row) {
        return TimingColumns.FORMAT.line(row);
    }

    private void throwIfPresent(Optional<Throwable> failure) throws RecordException {
        if (failure.isPresent()) {
            throw FileErrorText.losing(writer.lost(), path, failure.get());
        }
    }
}
