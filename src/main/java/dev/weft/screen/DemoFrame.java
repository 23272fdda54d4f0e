package dev.weft.screen;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ModeName;
import dev.weft.screen.UploadLanes.Upload;
import dev.weft.text.TextWidth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One frame of a demonstration: a bar for the time of each mode, all on one scale, and below them
/// the uploads of the newest pass in lanes.
///
/// @param title first line
/// @param bars bars of the modes in their order
/// @param scale time of a bar of full length; more if a mode took longer
/// @param picture uploads of the newest pass; empty before the first pass
public record DemoFrame(String title, List<Bar> bars, Duration scale, Optional<Picture> picture) {
    private static final int NAME = 12;
    private static final int NOTE = 12;
    private static final int NUMBER = 4;

    /// The time of a mode.
    ///
    /// @param time time so far; zero if the mode has not started
    /// @param note text behind the bar
    public record Bar(ModeName mode, Duration time, String note) {}

    /// The uploads of a pass.
    ///
    /// @param now time since the start of the pass, the end of uploads in flight
    /// @param span time from the left to the right edge; more if the pass takes longer
    public record Picture(ModeName mode, List<List<Upload>> lanes, Duration now, Duration span) {
        public Picture {
            lanes = List.copyOf(lanes);
        }

        private Duration width() {
            return now.compareTo(span) > 0 ? now : span;
        }
    }

    public DemoFrame {
        bars = List.copyOf(bars);
    }

    /// Returns the frame without the uploads.
    public DemoFrame withoutPicture() {
        return new DemoFrame(title, bars, scale, Optional.empty());
    }

    /// Formats the frame for a window.
    public List<String> lines(TerminalWindow.Size size, TerminalFeatures look) {
        int cells = size.columns() - 1;
        List<String> lines = new ArrayList<>();
        lines.add(TextWidth.fitted(title, cells, look.unicode()));
        lines.add("");
        Duration longest =
                bars.stream().map(Bar::time).reduce(scale, (a, b) -> a.compareTo(b) > 0 ? a : b);
        bars.forEach(bar -> lines.add(line(bar, longest, cells, look)));
        picture.ifPresent(
                of -> {
                    lines.add("");
                    lines.addAll(lanes(of, cells, size.rows() - 1 - lines.size(), look));
                });
        return lines;
    }

    private static String line(Bar bar, Duration longest, int cells, TerminalFeatures look) {
        if (bar.time().isZero() && bar.note().isEmpty()) {
            return TextWidth.fitted(bar.mode().label(), cells, look.unicode());
        }
        int room = cells - NAME - NOTE;
        String name = TextWidth.padded(bar.mode().label(), NAME);
        if (room < 1) {
            return TextWidth.fitted(name + bar.note(), cells, look.unicode());
        }
        int length = (int) Math.round((double) bar.time().toNanos() / longest.toNanos() * room);
        String drawn = (look.unicode() ? "█" : "#").repeat(Math.min(room, length));
        return look.inked(bar.mode(), name)
                + look.inked(bar.mode(), drawn)
                + (drawn.isEmpty() ? "" : " ")
                + TextWidth.fitted(bar.note(), NOTE - 1, look.unicode());
    }

    private static List<String> lanes(Picture of, int cells, int room, TerminalFeatures look) {
        List<String> lines = new ArrayList<>();
        if (room < 1) {
            return lines;
        }
        lines.add(
                TextWidth.fitted(
                        "%s, every bar an upload; from left to right %s"
                                .formatted(of.mode().label(), FigureFormat.seconds(of.width())),
                        cells,
                        look.unicode()));
        boolean all = of.lanes().size() < room;
        int shown = all ? of.lanes().size() : Math.max(0, room - 2);
        for (int lane = 0; lane < shown; lane++) {
            lines.add(
                    TextWidth.fitted("%3d ".formatted(lane + 1), cells, look.unicode())
                            + look.inked(
                                    of.mode(),
                                    lane(of, of.lanes().get(lane), cells - NUMBER, look)));
        }
        if (!all && room > 1) {
            lines.add(
                    TextWidth.fitted(
                            "    and %d more".formatted(of.lanes().size() - shown),
                            cells,
                            look.unicode()));
        }
        return lines;
    }

    /// Draws the uploads of a lane in two alternating shades, which shows where one ends and the
    /// next starts.
    private static String lane(Picture of, List<Upload> uploads, int cells, TerminalFeatures look) {
        String shades = look.unicode() ? "█▒" : "#=";
        StringBuilder line = new StringBuilder();
        for (int cell = 0; cell < cells; cell++) {
            long middle = (long) ((cell + 0.5) / cells * of.width().toNanos());
            char shown = ' ';
            for (int number = 0; number < uploads.size() && middle < of.now().toNanos(); number++) {
                Upload upload = uploads.get(number);
                if (upload.isOnItsWay(middle)) {
                    shown = upload.failed() ? 'x' : shades.charAt(number % 2);
                }
            }
            line.append(shown);
        }
        return line.toString().stripTrailing();
    }
}
