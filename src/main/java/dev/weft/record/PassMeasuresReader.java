package dev.weft.record;

import dev.weft.csv.CsvCell;
import dev.weft.csv.RowCells;
import dev.weft.record.ResourceUsage.Collections;
import dev.weft.record.ResourceUsage.Switches;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Creates the measurements of a pass from the cells of its row. Inverse of [MeasureColumns],
/// [UsageColumns] and [OutcomeColumns].
final class PassMeasuresReader {
    private PassMeasuresReader() {}

    /// Returns the measurements; empty if the JVM of the trial died before it reported.
    static Optional<PassMeasures> read(RowCells cells) {
        return cells.maybe("wall_ms").map(wall -> measures(wall.duration(), cells));
    }

    private static PassMeasures measures(Duration wall, RowCells cells) {
        return new PassMeasures(
                wall,
                cells.at("unzip_ms").duration(),
                cells.maybe("upload_ms").map(CsvCell::duration),
                cells.maybe("process_ms").map(CsvCell::duration),
                cells.maybe("p50_ms").map(p50 -> latencies(p50, cells)),
                cells.at("bytes_stored").whole(),
                cells.at("retries").count(),
                failureCounts(cells),
                cells.maybe("connection_wait_ms").map(CsvCell::duration),
                count(cells, "peak_virtual_threads"),
                usage(cells),
                new ItemCounts(
                        cells.at("stored").count(),
                        cells.at("failed").count(),
                        cells.at("not_attempted").count()));
    }

    private static FailureCounts failureCounts(RowCells cells) {
        return new FailureCounts(
                count(cells, "throttled"),
                cells.maybe("failures")
                        .map(failures -> FailureCounts.failures(failures.text()))
                        .orElse(List.of()));
    }

    private static OptionalInt count(RowCells cells, String column) {
        return cells.maybe(column)
                .map(cell -> OptionalInt.of(cell.count()))
                .orElse(OptionalInt.empty());
    }

    private static LatencyPercentiles latencies(CsvCell p50, RowCells cells) {
        return new LatencyPercentiles(
                p50.duration().toNanos(),
                cells.at("p90_ms").duration().toNanos(),
                cells.at("p99_ms").duration().toNanos(),
                cells.at("max_ms").duration().toNanos());
    }

    private static ResourceUsage usage(RowCells cells) {
        return new ResourceUsage(
                cells.maybe("cpu_ms").map(CsvCell::duration),
                cells.maybe("voluntary_switches").map(voluntary -> switches(voluntary, cells)),
                mebibytes(cells, "peak_rss_mib"),
                cells.at("peak_threads").count(),
                cells.maybe("gc_count").map(count -> collections(count, cells)),
                cells.maybe("jit_ms").map(CsvCell::duration),
                mebibytes(cells, "heap_committed_mib"));
    }

    private static Switches switches(CsvCell voluntary, RowCells cells) {
        return new Switches(voluntary.whole(), cells.at("involuntary_switches").whole());
    }

    private static Collections collections(CsvCell count, RowCells cells) {
        return new Collections(
                count.whole(),
                cells.at("gc_pause_ms").duration(),
                mebibytes(cells, "heap_after_gc_mib"));
    }

    private static OptionalLong mebibytes(RowCells cells, String column) {
        return cells.maybe(column)
                .map(cell -> OptionalLong.of(cell.bytes()))
                .orElse(OptionalLong.empty());
    }
}
