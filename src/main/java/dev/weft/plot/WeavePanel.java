package dev.weft.plot;

import dev.weft.plot.TimelineBars.TimeScale;
import java.awt.Color;

/// Draws one mode of a weave: its name, the lane of the unzip stage, the lanes of its uploads, and
/// its end.
record WeavePanel(ModeWeave weave, Axis axis, Canvas canvas) {
    private static final double UNZIP_HEIGHT = 7;
    private static final double UNZIP_GAP = 3;
    private static final double THICKEST_LANE = 20;
    private static final double NAME_GAP = 18;
    private static final double END_GAP = 6;
    private static final double LINE_HEIGHT = 1.3 * Canvas.TICK;
    private static final double SMALL = 0.85;

    /// Returns the largest height that the panel can use.
    double wantedHeight() {
        double lanes = weave.weave().lanes() * THICKEST_LANE;
        return Math.max(3 * LINE_HEIGHT, unzipHeight() + lanes + progressHeight());
    }

    /// Returns the width of the text before the lanes.
    double nameWidth() {
        return Math.max(
                NAME_GAP + canvas.textWidth(weave.mode().label(), Canvas.LABEL),
                canvas.textWidth(weave.failuresAndRetries(), Canvas.TICK));
    }

    /// Returns the width of the label after the lanes.
    double endWidth() {
        return canvas.textWidth(weave.endText(axis.end()), Canvas.LABEL);
    }

    /// Paints the panel.
    ///
    /// @param top in pixels
    void paint(TimeScale scale, double top, double height) {
        ModeStyle style = ModeStyle.of(weave.mode());
        Color color = style.color();
        canvas.graphics().setColor(color);
        style.shape()
                .marker(ChartStyle.MARKER_SIZE)
                .paint(canvas.graphics(), ChartStyle.MARKER_SIZE / 2, top + Canvas.LABEL / 2, 0);
        double nameY = top + Canvas.LABEL;
        double countsY = nameY + LINE_HEIGHT;
        canvas.text(weave.mode().label(), Canvas.LABEL, color, NAME_GAP, nameY);
        canvas.text(weave.failuresAndRetries(), Canvas.TICK, ChartStyle.INK, 0, countsY);

        int lanes = weave.weave().lanes();
        double lanesTop = top + unzipHeight();
        double available = height - unzipHeight() - progressHeight();
        double lanesHeight = Math.max(1, Math.min(available, lanes * THICKEST_LANE));
        double bottom = lanesTop + lanesHeight;
        TimelineBars bars =
                new TimelineBars(
                        scale, top + UNZIP_HEIGHT / 2, lanesTop, lanesHeight / Math.max(1, lanes));
        weave.weave().strands().forEach(bars::add);
        bars.paint(canvas.graphics(), color, UNZIP_HEIGHT);

        double endX = scale.x(weave.endSeconds());
        double endY = (top + bottom) / 2 + Canvas.LABEL / 3;
        canvas.graphics().setColor(color);
        if (!isCutOff()) {
            canvas.line(endX, top, endX, bottom);
        }
        canvas.text(weave.endText(axis.end()), Canvas.LABEL, color, endX + END_GAP, endY);
        if (isCutOff()) {
            String progress = weave.progress(axis.end());
            double progressY = bottom + SMALL * LINE_HEIGHT;
            canvas.text(progress, Canvas.TICK, color, scale.left(), progressY);
        }
    }

    private double unzipHeight() {
        return weave.hasUnzipping() ? UNZIP_HEIGHT + UNZIP_GAP : 0;
    }

    /// Returns the height of the text below the lanes, which only a cut off weave has.
    private double progressHeight() {
        return isCutOff() ? LINE_HEIGHT : 0;
    }

    private boolean isCutOff() {
        return weave.endSeconds() > axis.end();
    }
}
