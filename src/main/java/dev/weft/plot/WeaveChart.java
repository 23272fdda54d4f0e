package dev.weft.plot;

import dev.weft.plot.TimelineBars.TimeScale;
import java.util.List;

/// Weaves of the modes, stacked over one time axis.
record WeaveChart(List<ModeWeave> weaves, Axis axis) implements Picture.Part {
    private static final double GAP = 12;
    private static final double AXIS_HEIGHT = 54;
    private static final double ABOVE_AXIS = 4;

    WeaveChart {
        weaves = List.copyOf(weaves);
    }

    @Override
    public void paint(Canvas canvas, int width, int height) {
        List<WeavePanel> panels =
                weaves.stream().map(weave -> new WeavePanel(weave, axis, canvas)).toList();
        double left = GAP + panels.stream().mapToDouble(WeavePanel::nameWidth).max().orElse(0);
        double right = GAP + panels.stream().mapToDouble(WeavePanel::endWidth).max().orElse(0);
        TimeScale scale = new TimeScale(axis.end(), left, Math.max(left + 1, width - right));
        double gaps = GAP * (panels.size() - 1);
        List<Double> heights = heights(panels, Math.max(0, height - AXIS_HEIGHT - gaps));
        double bottom = heights.stream().mapToDouble(one -> one).sum() + gaps + ABOVE_AXIS;
        canvas.graphics().setColor(ChartStyle.GRID);
        for (Axis.Tick tick : axis.ticks()) {
            double x = scale.x(tick.position());
            canvas.line(x, 0, x, bottom);
        }
        double top = 0;
        for (int i = 0; i < panels.size(); i++) {
            panels.get(i).paint(scale, top, heights.get(i));
            top += heights.get(i) + GAP;
        }
        canvas.graphics().setColor(ChartStyle.INK);
        canvas.line(scale.left(), bottom, scale.right(), bottom);
        axis.paintTicks(canvas, scale::x, bottom);
    }

    /// Returns the heights of the panels. Small panels get the height they want; the others share
    /// the rest equally.
    private static List<Double> heights(List<WeavePanel> panels, double available) {
        double[] wanted = panels.stream().mapToDouble(WeavePanel::wantedHeight).sorted().toArray();
        double remaining = available;
        int count = 0;
        while (count < wanted.length && wanted[count] <= remaining / (wanted.length - count)) {
            remaining -= wanted[count++];
        }
        double largest = count == wanted.length ? available : remaining / (wanted.length - count);
        return panels.stream().map(panel -> Math.min(panel.wantedHeight(), largest)).toList();
    }
}
