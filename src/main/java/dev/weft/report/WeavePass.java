package dev.weft.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.RepresentativePass;
import dev.weft.analysis.Weave;
import dev.weft.analysis.Weave.Strand;
import dev.weft.plan.Phase;
import dev.weft.record.ItemRow;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One pass of a mode, upload by upload, in lanes.
///
/// @param setting its place in the list of settings
/// @param phase `warm` or `cold`
/// @param trial the JVM
/// @param pass the place of the pass within its trial
/// @param typical whether it is the pass of median wall time; else no pass ended well
/// @param wall seconds; empty where the trial ended before it could tell
/// @param files of the pass
/// @param lanes that the strands are laid in
/// @param strands the first of them by their place in the archive, [#MOST] at most
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
    /// More are neither seen nor quickly drawn.
    static final int MOST = 2_000;

    /// One upload; on the page a list of its parts in this order, because there are so many. Times
    /// are microseconds since the timed region began; -1 stands for none.
    ///
    /// @param index its place in the archive
    /// @param unzipped when the unzip stage began with it
    /// @param handedOut when it was unzipped and had its permit
    /// @param started when its request was made
    /// @param ended when it was acknowledged or given up
    /// @param failure the code; empty where it was stored
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

    /// The picture of a pass.
    ///
    /// @param items what the timings have of it
    static WeavePass of(int setting, Phase phase, RepresentativePass typical, List<ItemRow> items) {
        PassRow row = typical.row();
        Weave weave = Weave.of(items.stream().filter(item -> item.index() < MOST).toList());
        return new WeavePass(
                setting,
                row.setting().mode().label(),
                phase.label(),
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
