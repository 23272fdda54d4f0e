package dev.weft.report;

import dev.weft.analysis.BenchmarkCase;
import dev.weft.csv.RecordException;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.ItemRow;
import dev.weft.record.PassId;
import dev.weft.record.PassRow;
import dev.weft.record.TimingRow;
import dev.weft.record.TimingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/// Figures from the timings of a run. Reads the file as a stream, as it may be larger than the
/// heap.
final class TimingFigures {
    private static final int SIGNIFICANT_DIGITS = 3;

    private final String runId;
    private final Map<PassId, Kind> goodPasses;
    private final Set<PassId> drawnPasses;
    private final Map<Kind, Histogram> latencies = new HashMap<>();
    private final Map<PassId, List<ItemRow>> items = new HashMap<>();
    private final Attachment.Writer attachment =
            new Attachment.Writer("timings.csv", TimingsFile.header());

    /// Passes with a common latency distribution.
    record Kind(BenchmarkCase benchmarkCase, ModeName mode, Phase phase) {
        static Kind of(PassRow row) {
            return new Kind(BenchmarkCase.of(row), row.setting().mode(), row.setting().phase());
        }
    }

    private TimingFigures(String runId, List<PassRow> goodPasses, Set<PassId> drawnPasses) {
        this.runId = runId;
        this.goodPasses =
                goodPasses.stream()
                        .collect(Collectors.toMap(PassId::of, Kind::of, (_, last) -> last));
        this.drawnPasses = Set.copyOf(drawnPasses);
    }

    /// Reads a timings file.
    ///
    /// @param timings empty if there is none
    /// @param goodPasses passes whose latencies are needed
    /// @param drawnPasses passes whose items are needed
    /// @throws RecordException if the file cannot be read
    static TimingFigures read(
            Optional<Path> timings, String runId, List<PassRow> goodPasses, Set<PassId> drawnPasses)
            throws RecordException {
        TimingFigures figures = new TimingFigures(runId, goodPasses, drawnPasses);
        if (timings.isPresent()) {
            var _ = TimingsFile.read(timings.get(), figures::add);
        }
        return figures;
    }

    private void add(TimingRow row) {
        if (!row.runId().equals(runId)) {
            return;
        }
        attachment.add(TimingsFile.line(row));
        PassId pass = PassId.of(row);
        ItemRow item = row.item();
        Kind kind = goodPasses.get(pass);
        if (kind != null && item.failure().isEmpty() && item.startedNanos().isPresent()) {
            latencies
                    .computeIfAbsent(kind, _ -> new Histogram(SIGNIFICANT_DIGITS))
                    .recordValue(Math.max(0, item.endedNanos() - item.startedNanos().getAsLong()));
        }
        if (drawnPasses.contains(pass)) {
            items.computeIfAbsent(pass, _ -> new ArrayList<>()).add(item);
        }
    }

    /// Returns service times of the stored items in nanoseconds; empty if there are none.
    Optional<Histogram> latencies(Kind kind) {
        return Optional.ofNullable(latencies.get(kind));
    }

    /// Returns the items of a drawn pass; none if the file does not contain it.
    List<ItemRow> items(PassId pass) {
        return items.getOrDefault(pass, List.of());
    }

    /// Returns all rows of the run as a file to save from the page.
    Attachment attachment() {
        return attachment.close();
    }
}
