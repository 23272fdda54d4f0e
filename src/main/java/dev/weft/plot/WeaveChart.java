package dev.weft.plot;

import dev.weft.plot.TimelineBars.TimeScale;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.stream.DoubleStream;

/// Weaves of the modes, stacked over one time axis.
record WeaveChart(List<ModeWeave> weaves, Axis axis) implements Picture.Part {
    private static final double GAP = 12;
    private static final double AXIS_HEIGHT = 54;
    private static final double ABOVE_AXIS = 4;

    WeaveChart {
        weaves = List.copyOf(weaves);
    }

    @Override
    public void paint(Graphics2D graphics, TextPainter painter, int width, int height) {
        List<WeavePanel> panels =
                weaves.stream().map(weave -> new WeavePanel(weave, axis, painter)).toList();
        double left = GAP + widest(panels.stream().mapToDouble(one -> one.nameWidth(graphics)));
        double right =
                width - GAP - widest(panels.stream().mapToDouble(one -> one.endWidth(graphics)));
        TimeScale scale = new TimeScale(axis.end(), left, Math.max(left + 1, right));
        double lanesHeight = height - AXIS_HEIGHT - GAP * (panels.size() - 1);
        List<Double> heights = heights(panels, Math.max(0, lanesHeight));
        double bottom =
                heights.stream().mapToDouble(one -> one).sum()
                        + GAP * (panels.size() - 1)
                        + ABOVE_AXIS;
        graphics.setColor(ChartStyle.GRID);
        for (Axis.Tick tick : axis.ticks()) {
            double x = scale.x(tick.position());
            graphics.draw(new Line2D.Double(x, 0, x, bottom));
        }
        double top = 0;
        for (int i = 0; i < panels.size(); i++) {
            panels.get(i).paint(graphics, scale, top, heights.get(i));
            top += heights.get(i) + GAP;
        }
        graphics.setColor(ChartStyle.INK);
        graphics.draw(new Line2D.Double(scale.left(), bottom, scale.right(), bottom));
        axis.paintTicks(graphics, painter, scale::x, bottom);
    }

    private static double widest(DoubleStream widths) {
        return widths.max().orElse(0);
    }

    /// Returns the heights of the panels. Small panels get the height they want; the others share
    /// the rest equally.
    private static List<Double> heights(List<WeavePanel> panels, double lanesHeight) {
        double[] wanted = panels.stream().mapToDouble(WeavePanel::wantedHeight).sorted().toArray();
        double left = lanesHeight;
        double most = Double.POSITIVE_INFINITY;
        for (int i = 0; i < wanted.length; i++) {
            double share = left / (wanted.length - i);
            if (wanted[i] > share) {
                most = share;
                break;
            }
            left -= wanted[i];
        }
        double cap = most;
        return panels.stream().map(panel -> Math.min(panel.wantedHeight(), cap)).toList();
    }
}
