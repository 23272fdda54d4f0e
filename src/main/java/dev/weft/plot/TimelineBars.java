package dev.weft.plot;

import dev.weft.analysis.Weave.Strand;
import dev.weft.record.ItemRow;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/// The bars of a weave, those of one look in one path: each for itself, thousands of them would
/// make a picture of megabytes.
///
/// Failed and retried ones have a colour of the set by Okabe and Ito that no mode has, and a mark
/// at their end for those who cannot tell colours apart.
final class TimelineBars {
    /// See the class.
    static final Color FAILED = new Color(0xCC79A7);

    /// See the class.
    static final Color RETRIED = new Color(0xF0E442);

    static final Color UNZIP = new Color(0x777777);

    private static final double PALE = 0.65;

    /// What is left free at the end of a bar, so that the next one of its lane can be told from it.
    private static final double PAUSE = 1.2;

    /// What is left free between lanes, as a part of them.
    private static final double BETWEEN = 0.25;

    private static final double SHORTEST = 0.6;
    private static final double MARK = 4;
    private static final float CASING = 4;
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

    /// For strands between heights.
    ///
    /// @param unzipY the middle of the lane of the unzip stage
    /// @param top where the first of the other lanes begins
    TimelineBars(TimeScale scale, double unzipY, double top, double laneHeight) {
        this.scale = scale;
        this.unzipY = unzipY;
        this.top = top;
        this.laneHeight = laneHeight;
    }

    /// Adds an item, as far as the axis goes.
    void add(Strand strand) {
        ItemRow item = strand.item();
        double axisNanos = scale.axis().endSeconds() * 1e9;
        double y = top + (strand.lane() + 0.5) * laneHeight;
        item.unzipBeganNanos()
                .ifPresent(
                        began -> {
                            if (began < axisNanos) {
                                unzip(began, item.handedOutNanos());
                            }
                        });
        if (item.handedOutNanos() > axisNanos) {
            return;
        }
        long started = item.startedNanos().orElse(item.endedNanos());
        bar(waits, scale.x(item.handedOutNanos()), scale.x(started), y);
        if (item.startedNanos().isPresent() && started < axisNanos) {
            double end = scale.x(item.endedNanos());
            double from = scale.x(started);
            bar(look(item), from, Math.max(end - PAUSE, from + (end - from) / 2), y);
        }
        if (item.endedNanos() <= axisNanos) {
            mark(item, scale.x(item.endedNanos()), y);
        }
    }

    private Path2D look(ItemRow item) {
        return ModeWeave.isFailed(item) ? failed : ModeWeave.isRetried(item) ? retried : requests;
    }

    private void unzip(long fromNanos, long toNanos) {
        double x = scale.x(fromNanos);
        line(unzips, x, unzipY, Math.max(scale.x(toNanos), x + SHORTEST), unzipY);
    }

    private static void bar(Path2D path, double fromX, double toX, double y) {
        if (toX > fromX) {
            line(path, fromX, y, toX, y);
        }
    }

    private static void line(Path2D path, double fromX, double fromY, double toX, double toY) {
        path.moveTo(fromX, fromY);
        path.lineTo(toX, toY);
    }

    private void mark(ItemRow item, double x, double y) {
        if (ModeWeave.isFailed(item)) {
            line(marks, x - MARK, y - MARK, x + MARK, y + MARK);
            line(marks, x - MARK, y + MARK, x + MARK, y - MARK);
        } else if (ModeWeave.isRetried(item)) {
            for (int corner = 0; corner <= CORNERS; corner++) {
                double angle = 2 * Math.PI * corner / CORNERS;
                double cornerX = x + MARK * Math.cos(angle);
                double cornerY = y + MARK * Math.sin(angle);
                if (corner == 0) {
                    marks.moveTo(cornerX, cornerY);
                } else {
                    marks.lineTo(cornerX, cornerY);
                }
            }
        }
    }

    /// Draws all that was added.
    ///
    /// @param color of the mode
    void paint(Graphics2D graphics, Color color, double unzipHeight) {
        float thickness = (float) (laneHeight * (1 - BETWEEN));
        stroke(graphics, unzips, UNZIP, (float) unzipHeight);
        stroke(graphics, waits, pale(color), thickness);
        stroke(graphics, requests, color, thickness);
        stroke(graphics, retried, RETRIED, thickness);
        stroke(graphics, failed, FAILED, thickness);
        stroke(graphics, marks, Color.WHITE, CASING);
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

    /// A colour as on thin paper.
    private static Color pale(Color color) {
        return new Color(paler(color.getRed()), paler(color.getGreen()), paler(color.getBlue()));
    }

    private static int paler(int part) {
        return (int) Math.round(part + (255 - part) * PALE);
    }
}
