package dev.weft.record;

import static dev.weft.csv.Column.always;
import static dev.weft.csv.Column.sometimes;

import dev.weft.csv.Column;
import dev.weft.csv.CorruptLine;
import dev.weft.csv.CsvCell;
import dev.weft.csv.FileErrorText;
import dev.weft.csv.FileOpener;
import dev.weft.csv.LineFile;
import dev.weft.csv.ReadResult;
import dev.weft.csv.RecordException;
import dev.weft.csv.RowCells;
import dev.weft.csv.RowFormat;
import dev.weft.plan.ModeName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads and appends to the warm-up curves of a run: a CSV file with one row per slice, beside the
/// timings. docs/csv.md describes the columns.
public record WarmupFile(Path path) {
    static final int SCHEMA = 1;

    static final List<Column<WarmupRow>> ALL =
            List.of(
                    always("run_id", WarmupRow::runId, "One call of `weft run`."),
                    always("trial_id", WarmupRow::trialId, "The JVM within the run."),
                    always("mode", WarmupRow::mode, "The form of concurrency."),
                    always(
                            "concurrency",
                            WarmupRow::concurrency,
                            "How many items the passes of the trial have in flight at once, at"
                                    + " most."),
                    slice("slice", WarmupSlice::number, "The number of the slice, from 1."),
                    slice("uploads", WarmupSlice::uploads, "Uploads of the slice."),
                    slice(
                            "uploads_made",
                            WarmupSlice::made,
                            "Uploads that the JVM had made at the end of the slice, those of its"
                                    + " cold pass included."),
                    slice(
                            "undelayed",
                            WarmupSlice::undelayed,
                            "Whether weft's own server answered without its latency."),
                    slice(
                            "wall_ms",
                            WarmupSlice::wall,
                            "From the first item asked of the unzip stage to the last"
                                    + " acknowledgement."),
                    sometimes(
                            "cpu_ms",
                            row -> row.slice().cpu(),
                            "CPU time that the client's JVM used.",
                            UsageColumns.CANNOT_TELL),
                    sometimes(
                            "jit_ms",
                            row -> row.slice().compilation(),
                            "How long the JIT compilers were busy, added up over their threads.",
                            "the JVM does not record it"),
                    sometimes(
                            "gc_count",
                            row -> boxed(row.slice().collections()),
                            "Garbage collections.",
                            UsageColumns.CANNOT_TELL),
                    sometimes(
                            "heap_committed_mib",
                            row -> boxed(row.slice().heapCommittedBytes()).map(CsvCell::mebibytes),
                            "The size of the heap at the end, in MiB.",
                            UsageColumns.CANNOT_TELL),
                    always(
                            "steady",
                            WarmupRow::steady,
                            "Whether the JVM was called steady at the end of the slice."));

    private static final RowFormat<WarmupRow> FORMAT =
            new RowFormat<>("warm-up curves", SCHEMA, ALL, WarmupFile::row);

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
        byte[] lines =
                rows.stream()
                        .map(FORMAT::line)
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8);
        try (LineFile file = LineFile.open(path, FORMAT.header(), FileOpener::readWrite)) {
            return file.append(lines, lines.length);
        } catch (IOException e) {
            throw FileErrorText.writing(FORMAT.kind(), path, e);
        }
    }

    /// Reads all rows.
    ///
    /// @throws RecordException if the file does not exist, cannot be read or is of another kind
    public ReadResult<WarmupRow> read() throws RecordException {
        List<WarmupRow> rows = new ArrayList<>();
        List<CorruptLine> corruptLines = FORMAT.read(path, rows::add);
        return new ReadResult<>(rows, corruptLines);
    }

    private static Column<WarmupRow> slice(
            String name, Function<WarmupSlice, Object> value, String meaning) {
        return always(name, row -> value.apply(row.slice()), meaning);
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private static WarmupRow row(RowCells cells) {
        return new WarmupRow(
                cells.text("run_id"),
                cells.text("trial_id"),
                cells.at("mode").choice(ModeName.class),
                cells.at("concurrency").count(),
                new WarmupSlice(
                        cells.at("slice").count(),
                        cells.at("uploads").count(),
                        cells.at("uploads_made").count(),
                        cells.at("undelayed").flag(),
                        cells.at("wall_ms").duration(),
                        cells.maybe("cpu_ms").map(CsvCell::duration),
                        cells.maybe("jit_ms").map(CsvCell::duration),
                        cells.whole("gc_count"),
                        cells.maybe("heap_committed_mib")
                                .map(cell -> OptionalLong.of(cell.bytes()))
                                .orElse(OptionalLong.empty())),
                cells.at("steady").flag());
    }
}
