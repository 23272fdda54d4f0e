package dev.weft.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.RepresentativePass;
import dev.weft.analysis.Weave;
import dev.weft.analysis.Weave.Strand;
import dev.weft.record.ItemRow;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Uploads of one pass of a mode, in lanes.
///
/// @param setting index in the list of cases
/// @param phase `warm` or `cold`
/// @param trial id of the trial
/// @param pass position of the pass in its trial
/// @param typical whether the pass has the median wall time; otherwise no pass ended well
/// @param wall seconds; empty if the trial ended before it reported one
/// @param files of the pass
/// @param lanes number of lanes
/// @param strands the first [#MOST_BARS] uploads at most, by their position in the zip
record WeavePass(
        int setting,
        String mode,
        String phase,
        String trial,
        int pass,
        boolean typical,
        Optional<Figure> wall,
        int files,
        int lanes,
        List<UploadBar> strands) {
    /// Largest number of uploads drawn: more are invisible and slow to draw.
    static final int MOST_BARS = 2_000;

    /// One upload, written as a JSON array of its components in this order to save space. Times are
    /// microseconds since the start of the timed region; -1 stands for none.
    ///
    /// @param index position in the zip
    /// @param unzipped when the unzip stage began with it
    /// @param handedOut when it was unzipped and had its permit
    /// @param started when its request began
    /// @param ended when it was acknowledged or failed
    /// @param failure error code; empty if it was stored
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record UploadBar(
            int lane,
            int index,
            String name,
            long bytes,
            long unzipped,
            long handedOut,
            long started,
            long ended,
            int attempts,
            Optional<String> failure) {
        private static final long NANOS_PER_MICRO = 1_000;

        static UploadBar of(Strand strand) {
            ItemRow item = strand.item();
            return new UploadBar(
                    strand.lane(),
                    item.index(),
                    item.name(),
                    item.bytes(),
                    micros(item.unzipBeganNanos()),
                    item.handedOutNanos() / NANOS_PER_MICRO,
                    micros(item.startedNanos()),
                    item.endedNanos() / NANOS_PER_MICRO,
                    item.attempts(),
                    item.failure());
        }

        private static long micros(OptionalLong nanos) {
            return nanos.isPresent() ? nanos.getAsLong() / NANOS_PER_MICRO : -1;
        }
    }

    /// Creates the data of a pass.
    ///
    /// @param items of the pass in the timings
    static WeavePass of(int setting, RepresentativePass typical, List<ItemRow> items) {
        PassRow row = typical.row();
        Weave weave = Weave.of(items.stream().filter(item -> item.index() < MOST_BARS).toList());
        return new WeavePass(
                setting,
                row.setting().mode().label(),
                row.setting().phase().label(),
                row.place().trialId(),
                row.place().pass(),
                typical.endedWell(),
                row.measures()
                        .map(PassMeasures::wall)
                        .map(wall -> Figure.of(wall.toNanos() / 1e9, FigureFormat::seconds)),
                row.setting().items().files(),
                weave.lanes(),
                weave.strands().stream().map(UploadBar::of).toList());
    }
}
