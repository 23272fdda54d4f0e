package dev.weft.plot;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/// One mode of a weave: its name, the lane of the unzip stage, the lanes of its uploads, and when
/// it ended.
record WeavePanel(ModeWeave weave, TimeAxis axis, TextPainter lettering) {
    private static final double UNZIP_HEIGHT = 7;
    private static final double UNZIP_GAP = 3;
    private static final double THICKEST_LANE = 20;
    private static final double MARKER = 11;
    private static final double NAME_GAP = 18;
    private static final double LINE = 1.3 * TextPainter.TICK;
    private static final double SMALL = 0.85;

    /// As high as it may be put to use.
    double wantedHeight() {
        double lanes = unzipHeight() + weave.weave().lanes() * THICKEST_LANE;
        double words = 3 * LINE;
        return Math.max(words, lanes + (isCut() ? LINE : 0));
    }

    /// How wide what stands before it is.
    double nameWidth(Graphics2D graphics) {
        double name = NAME_GAP + lettering.width(graphics, name(), TextPainter.LABEL);
        double setbacks = lettering.width(graphics, weave.setbacks(), TextPainter.TICK);
        return Math.max(name, setbacks);
    }

    /// How wide what stands behind it is.
    double endWidth(Graphics2D graphics) {
        return lettering.width(graphics, endText(), TextPainter.LABEL);
    }

    /// Draws it.
    ///
    /// @param top in pixels
    void paint(Graphics2D graphics, TimeScale scale, double top, double height) {
        ModeStyle style = ModeStyle.of(weave.mode());
        graphics.setColor(style.color());
        new PointMarker(style.shape(), MARKER)
                .paint(graphics, MARKER / 2, top + TextPainter.LABEL / 2, (int) MARKER);
        lettering.draw(
                graphics, name(), TextPainter.LABEL, style.color(), NAME_GAP, top + TextPainter.LABEL);
        lettering.draw(
                graphics,
                weave.setbacks(),
                TextPainter.TICK,
                Canvas.INK,
                0,
                top + TextPainter.LABEL + LINE);
        double words = isCut() ? LINE : 0;
        double lanesTop = top + unzipHeight();
        double lanesHeight =
                Math.max(
                        1,
                        Math.min(
                                height - unzipHeight() - words,
                                weave.weave().lanes() * THICKEST_LANE));
        TimelineBars paths =
                new TimelineBars(scale, top + UNZIP_HEIGHT / 2, lanesTop, lanesHeight / lanes());
        weave.weave().strands().forEach(paths::add);
        paths.paint(graphics, style.color(), UNZIP_HEIGHT);
        end(graphics, scale, top, lanesTop + lanesHeight);
        if (isCut()) {
            lettering.draw(
                    graphics,
                    weave.progress(axis.endSeconds()),
                    TextPainter.TICK,
                    style.color(),
                    scale.left(),
                    lanesTop + lanesHeight + SMALL * LINE);
        }
    }

    private void end(Graphics2D graphics, TimeScale scale, double top, double bottom) {
        ModeStyle style = ModeStyle.of(weave.mode());
        double x = scale.x(weave.endSeconds());
        graphics.setColor(style.color());
        if (!isCut()) {
            graphics.draw(new Line2D.Double(x, top, x, bottom));
        }
        lettering.draw(
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
        return weave.endText(axis.endSeconds());
    }

    private boolean isCut() {
        return weave.endSeconds() > axis.endSeconds();
    }
}
