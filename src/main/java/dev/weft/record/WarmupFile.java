package dev.weft.record;

import static dev.weft.csv.CellType.COUNT;
import static dev.weft.csv.CellType.FLAG;
import static dev.weft.csv.CellType.MEBIBYTES;
import static dev.weft.csv.CellType.MILLIS;
import static dev.weft.csv.CellType.WHOLE;

import dev.weft.csv.CellType;
import dev.weft.csv.CorruptLine;
import dev.weft.csv.CsvFile;
import dev.weft.csv.LineFile;
import dev.weft.csv.ReadResult;
import dev.weft.csv.RecordException;
import dev.weft.csv.RowCells;
import dev.weft.csv.RowFormat;
import dev.weft.plan.ModeName;
import dev.weft.record.WarmupResult.WarmupSlice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads and appends to the warm-up curves of a run: a CSV file with one row per slice, beside the
/// timings. docs/csv.md describes the columns.
public record WarmupFile(Path path) {
    private static final String NAMES =
            """
            run_id trial_id mode concurrency slice uploads uploads_made undelayed wall_ms cpu_ms
            jit_ms gc_count heap_committed_mib steady
            """;

    static final RowFormat<WarmupRow> FORMAT =
            new RowFormat<>("warm-up curves", 1, NAMES, WarmupFile::row);

    /// Returns the header, with its line feed.
    public static String header() {
        return FORMAT.header();
    }

    /// Formats a row as a line of the file, with its line feed.
    public static String line(WarmupRow row) {
        return FORMAT.line(row);
    }

    /// Returns the file that belongs to a file of timings.
    public static WarmupFile beside(Path timings) {
        return new WarmupFile(timings.resolveSibling("warmup.csv"));
    }

    /// Appends rows. Creates the file if it does not exist.
    ///
    /// @return truncated line that a crash left and that was moved to another file
    /// @throws RecordException if the file cannot be written or is of another kind
    public Optional<CorruptLine> append(List<WarmupRow> rows) throws RecordException {
        return file().append(rows);
    }

    /// Reads all rows.
    ///
    /// @throws RecordException if the file does not exist, cannot be read or is of another kind
    public ReadResult<WarmupRow> read() throws RecordException {
        return file().read();
    }

    private CsvFile<WarmupRow> file() {
        return new CsvFile<>(path, FORMAT, LineFile.FileOpener::readWrite);
    }

    private static WarmupRow row(RowCells<WarmupRow> row) {
        return new WarmupRow(
                row.text("run_id", WarmupRow::runId),
                row.text("trial_id", WarmupRow::trialId),
                row.value("mode", CellType.choice(ModeName.class), WarmupRow::mode),
                row.value("concurrency", COUNT, WarmupRow::concurrency),
                slice(row.part(WarmupRow::slice)),
                row.value("steady", FLAG, WarmupRow::steady));
    }

    private static WarmupSlice slice(RowCells<WarmupSlice> slice) {
        return new WarmupSlice(
                slice.value("slice", COUNT, WarmupSlice::number),
                slice.value("uploads", COUNT, WarmupSlice::uploads),
                slice.value("uploads_made", COUNT, WarmupSlice::totalUploads),
                slice.value("undelayed", FLAG, WarmupSlice::undelayed),
                slice.value("wall_ms", MILLIS, WarmupSlice::wall),
                slice.optional("cpu_ms", MILLIS, WarmupSlice::cpu),
                slice.optional("jit_ms", MILLIS, WarmupSlice::compilation),
                slice.optionalLong("gc_count", WHOLE, WarmupSlice::collections),
                slice.optionalLong(
                        "heap_committed_mib", MEBIBYTES, WarmupSlice::heapCommittedBytes));
    }

    /// Row of the warm-up curves: a slice of the warm-up of one trial.
    ///
    /// @param mode mode of the trial
    /// @param concurrency concurrency of the passes of the trial
    /// @param steady true if the JVM was found steady at the end of the slice
    public record WarmupRow(
            String runId,
            String trialId,
            ModeName mode,
            int concurrency,
            WarmupSlice slice,
            boolean steady) {}
}
