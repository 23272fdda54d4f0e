package dev.weft.plot;

import dev.weft.plot.TimelineBars.TimeScale;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/// Draws one mode of a weave: its name, the lane of the unzip stage, the lanes of its uploads, and
/// its end.
record WeavePanel(ModeWeave weave, Axis axis, TextPainter painter) {
    private static final double UNZIP_HEIGHT = 7;
    private static final double UNZIP_GAP = 3;
    private static final double THICKEST_LANE = 20;
    private static final double NAME_GAP = 18;
    private static final double LINE_HEIGHT = 1.3 * TextPainter.TICK;
    private static final double SMALL = 0.85;

    /// Returns the largest height that the panel can use.
    double wantedHeight() {
        double lanes = unzipHeight() + weave.weave().lanes() * THICKEST_LANE;
        double textHeight = 3 * LINE_HEIGHT;
        return Math.max(textHeight, lanes + (isCutOff() ? LINE_HEIGHT : 0));
    }

    /// Returns the width of the text before the lanes.
    double nameWidth(Graphics2D graphics) {
        double name = NAME_GAP + painter.width(graphics, name(), TextPainter.LABEL);
        double counts = painter.width(graphics, weave.failuresAndRetries(), TextPainter.TICK);
        return Math.max(name, counts);
    }

    /// Returns the width of the label after the lanes.
    double endWidth(Graphics2D graphics) {
        return painter.width(graphics, endText(), TextPainter.LABEL);
    }

    /// Paints the panel.
    ///
    /// @param top in pixels
    void paint(Graphics2D graphics, TimeScale scale, double top, double height) {
        ModeStyle style = ModeStyle.of(weave.mode());
        graphics.setColor(style.color());
        style.shape()
                .marker(ChartStyle.MARKER_SIZE)
                .paint(graphics, ChartStyle.MARKER_SIZE / 2, top + TextPainter.LABEL / 2, 0);
        painter.draw(
                graphics,
                name(),
                TextPainter.LABEL,
                style.color(),
                NAME_GAP,
                top + TextPainter.LABEL);
        painter.draw(
                graphics,
                weave.failuresAndRetries(),
                TextPainter.TICK,
                ChartStyle.INK,
                0,
                top + TextPainter.LABEL + LINE_HEIGHT);
        double textHeight = isCutOff() ? LINE_HEIGHT : 0;
        double lanesTop = top + unzipHeight();
        double lanesHeight =
                Math.max(
                        1,
                        Math.min(
                                height - unzipHeight() - textHeight,
                                weave.weave().lanes() * THICKEST_LANE));
        TimelineBars bars =
                new TimelineBars(scale, top + UNZIP_HEIGHT / 2, lanesTop, lanesHeight / lanes());
        weave.weave().strands().forEach(bars::add);
        bars.paint(graphics, style.color(), UNZIP_HEIGHT);
        paintEnd(graphics, scale, top, lanesTop + lanesHeight);
        if (isCutOff()) {
            painter.draw(
                    graphics,
                    weave.progress(axis.end()),
                    TextPainter.TICK,
                    style.color(),
                    scale.left(),
                    lanesTop + lanesHeight + SMALL * LINE_HEIGHT);
        }
    }

    private void paintEnd(Graphics2D graphics, TimeScale scale, double top, double bottom) {
        ModeStyle style = ModeStyle.of(weave.mode());
        double x = scale.x(weave.endSeconds());
        graphics.setColor(style.color());
        if (!isCutOff()) {
            graphics.draw(new Line2D.Double(x, top, x, bottom));
        }
        painter.draw(
                graphics,
                endText(),
                TextPainter.LABEL,
                style.color(),
                x + 6,
                (top + bottom) / 2 + TextPainter.LABEL / 3);
    }

    private int lanes() {
        return Math.max(1, weave.weave().lanes());
    }

    private double unzipHeight() {
        return weave.hasUnzipping() ? UNZIP_HEIGHT + UNZIP_GAP : 0;
    }

    private String name() {
        return weave.mode().label();
    }

    private String endText() {
        return weave.endText(axis.end());
    }

    private boolean isCutOff() {
        return weave.endSeconds() > axis.end();
    }
}
