package dev.weft.plot;

import dev.weft.analysis.Weave.Strand;
import dev.weft.record.ItemRow;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/// Bars of a weave, with one path for all bars of one look. Thousands of separate bars would make a
/// picture of megabytes.
///
/// Failed and retried uploads have colours of the set by Okabe and Ito that no mode has. A mark at
/// their end distinguishes them without colour.
final class TimelineBars {
    /// Colour of failed uploads.
    static final Color FAILED_COLOR = new Color(0xCC79A7);

    /// Colour of retried uploads.
    static final Color RETRIED_COLOR = new Color(0xF0E442);

    private static final Color UNZIP_COLOR = new Color(0x777777);

    private static final double WHITE_SHARE = 0.65;

    /// Gap at the end of a bar, in pixels: separates it from the next bar of its lane.
    private static final double BAR_GAP = 1.2;

    /// Gap between lanes, as a share of their height.
    private static final double LANE_GAP = 0.25;

    private static final double SHORTEST_BAR = 0.6;
    private static final double MARK_RADIUS = 4;
    private static final float MARK_OUTLINE_WIDTH = 4;
    private static final float MARK_WIDTH = 1.6f;
    private static final int CORNERS = 8;

    private final TimeScale scale;
    private final double unzipY;
    private final double top;
    private final double laneHeight;
    private final Path2D unzips = new Path2D.Double();
    private final Path2D waits = new Path2D.Double();
    private final Path2D requests = new Path2D.Double();
    private final Path2D retried = new Path2D.Double();
    private final Path2D failed = new Path2D.Double();
    private final Path2D marks = new Path2D.Double();

    /// Maps moments to horizontal positions in a picture.
    ///
    /// @param endSeconds end of the axis
    /// @param left position of 0
    /// @param right position of the end of the axis
    record TimeScale(double endSeconds, double left, double right) {
        /// Returns the position of a moment; moments beyond the axis map to its end.
        double x(double seconds) {
            return left + (right - left) * Math.min(1, seconds / endSeconds);
        }

        /// Returns the position of a moment given in nanoseconds.
        double x(long nanos) {
            return x(ModeWeave.seconds(nanos));
        }
    }

    /// Creates an empty collection of bars.
    ///
    /// @param unzipY centre of the lane of the unzip stage
    /// @param top upper edge of the first upload lane
    TimelineBars(TimeScale scale, double unzipY, double top, double laneHeight) {
        this.scale = scale;
        this.unzipY = unzipY;
        this.top = top;
        this.laneHeight = laneHeight;
    }

    /// Adds the bars of an item, up to the end of the axis.
    void add(Strand strand) {
        ItemRow item = strand.item();
        double axisNanos = scale.endSeconds() * 1e9;
        double y = top + (strand.lane() + 0.5) * laneHeight;
        long unzipBegan = item.unzipBeganNanos().orElse(Long.MAX_VALUE);
        if (unzipBegan < axisNanos) {
            double x = scale.x(unzipBegan);
            double unzipEnd = Math.max(scale.x(item.handedOutNanos()), x + SHORTEST_BAR);
            addLine(unzips, x, unzipY, unzipEnd, unzipY);
        }
        if (item.handedOutNanos() > axisNanos) {
            return;
        }
        long started = item.startedNanos().orElse(item.endedNanos());
        addBar(waits, scale.x(item.handedOutNanos()), scale.x(started), y);
        if (item.startedNanos().isPresent() && started < axisNanos) {
            double end = scale.x(item.endedNanos());
            double from = scale.x(started);
            addBar(pathOf(item), from, Math.max(end - BAR_GAP, from + (end - from) / 2), y);
        }
        if (item.endedNanos() <= axisNanos) {
            addMark(item, scale.x(item.endedNanos()), y);
        }
    }

    private Path2D pathOf(ItemRow item) {
        return ModeWeave.isFailed(item) ? failed : ModeWeave.isRetried(item) ? retried : requests;
    }

    private static void addBar(Path2D path, double fromX, double toX, double y) {
        if (toX > fromX) {
            addLine(path, fromX, y, toX, y);
        }
    }

    private static void addLine(Path2D path, double fromX, double fromY, double toX, double toY) {
        path.moveTo(fromX, fromY);
        path.lineTo(toX, toY);
    }

    private void addMark(ItemRow item, double x, double y) {
        if (ModeWeave.isFailed(item)) {
            addLine(marks, x - MARK_RADIUS, y - MARK_RADIUS, x + MARK_RADIUS, y + MARK_RADIUS);
            addLine(marks, x - MARK_RADIUS, y + MARK_RADIUS, x + MARK_RADIUS, y - MARK_RADIUS);
        } else if (ModeWeave.isRetried(item)) {
            for (int corner = 0; corner <= CORNERS; corner++) {
                double angle = 2 * Math.PI * corner / CORNERS;
                double cornerX = x + MARK_RADIUS * Math.cos(angle);
                double cornerY = y + MARK_RADIUS * Math.sin(angle);
                if (corner == 0) {
                    marks.moveTo(cornerX, cornerY);
                } else {
                    marks.lineTo(cornerX, cornerY);
                }
            }
        }
    }

    /// Draws all added bars.
    ///
    /// @param color of the mode
    void paint(Graphics2D graphics, Color color, double unzipHeight) {
        float thickness = (float) (laneHeight * (1 - LANE_GAP));
        stroke(graphics, unzips, UNZIP_COLOR, (float) unzipHeight);
        stroke(graphics, waits, pale(color), thickness);
        stroke(graphics, requests, color, thickness);
        stroke(graphics, retried, RETRIED_COLOR, thickness);
        stroke(graphics, failed, FAILED_COLOR, thickness);
        stroke(graphics, marks, Color.WHITE, MARK_OUTLINE_WIDTH);
        stroke(graphics, marks, Color.BLACK, MARK_WIDTH);
        graphics.setStroke(new BasicStroke(1));
    }

    private static void stroke(Graphics2D graphics, Path2D path, Color color, float width) {
        if (path.getCurrentPoint() != null) {
            graphics.setColor(color);
            graphics.setStroke(
                    new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            graphics.draw(path);
        }
    }

    /// Returns a colour mixed with white.
    private static Color pale(Color color) {
        return new Color(paler(color.getRed()), paler(color.getGreen()), paler(color.getBlue()));
    }

    private static int paler(int channel) {
        return (int) Math.round(channel + (255 - channel) * WHITE_SHARE);
    }
}
