package dev.weft.report;

import dev.weft.csv.RecordException;
import dev.weft.record.ItemRow;
import dev.weft.record.PassId;
import dev.weft.record.TimingRow;
import dev.weft.record.TimingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.HdrHistogram.Histogram;

/// Figures from the timings of a run. Reads the file as a stream, as it may be larger than the
/// heap.
///
/// @param <K> key that separates latencies
final class ItemFigures<K> {
    private static final int SIGNIFICANT_DIGITS = 3;

    private final String runId;
    private final Map<PassId, K> kinds;
    private final Set<PassId> wanted;
    private final Map<K, Histogram> latencies = new LinkedHashMap<>();
    private final Map<PassId, List<ItemRow>> items = new HashMap<>();
    private final Attachment.Writer attachment =
            new Attachment.Writer("timings.csv", TimingsFile.header());

    private ItemFigures(String runId, Map<PassId, K> kinds, Set<PassId> wanted) {
        this.runId = runId;
        this.kinds = Map.copyOf(kinds);
        this.wanted = Set.copyOf(wanted);
    }

    /// Reads a timings file.
    ///
    /// @param kinds key of each pass whose latencies are needed
    /// @param wanted passes whose items are needed
    /// @throws RecordException if the file cannot be read
    static <K> ItemFigures<K> read(
            Path timings, String runId, Map<PassId, K> kinds, Set<PassId> wanted)
            throws RecordException {
        ItemFigures<K> figures = new ItemFigures<>(runId, kinds, wanted);
        var _ = TimingsFile.read(timings, figures::add);
        return figures;
    }

    /// Creates the figures of a run without timings.
    static <K> ItemFigures<K> none(String runId) {
        return new ItemFigures<>(runId, Map.of(), Set.of());
    }

    private void add(TimingRow row) {
        if (!row.runId().equals(runId)) {
            return;
        }
        attachment.add(TimingsFile.line(row));
        PassId pass = PassId.of(row);
        ItemRow item = row.item();
        K kind = kinds.get(pass);
        if (kind != null && item.failure().isEmpty() && item.startedNanos().isPresent()) {
            latencies
                    .computeIfAbsent(kind, _ -> new Histogram(SIGNIFICANT_DIGITS))
                    .recordValue(Math.max(0, item.endedNanos() - item.startedNanos().getAsLong()));
        }
        if (wanted.contains(pass)) {
            items.computeIfAbsent(pass, _ -> new ArrayList<>()).add(item);
        }
    }

    /// Returns service times of the stored items in nanoseconds; empty if there are none.
    Optional<Histogram> latencies(K kind) {
        return Optional.ofNullable(latencies.get(kind));
    }

    /// Returns the items of a wanted pass; none if the file does not contain it.
    List<ItemRow> items(PassId pass) {
        return items.getOrDefault(pass, List.of());
    }

    /// Returns all rows of the run as a file to save from the page.
    Attachment attachment() {
        return attachment.close();
    }
}
