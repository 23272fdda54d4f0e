package dev.weft.plot;

import java.awt.Graphics2D;
import java.util.List;

/// Panels one below the other over one horizontal axis: the same number stands at the same place in
/// all of them.
///
/// @param panels from the top
record PanelColumn(List<Panel> panels) implements Block {
    private static final int GAP = 6;

    PanelColumn {
        panels = List.copyOf(panels);
    }

    @Override
    public void paint(Graphics2D graphics, TextPainter lettering, int width, int height) {
        double labels =
                panels.stream()
                        .mapToDouble(panel -> panel.labelWidth(graphics, lettering))
                        .max()
                        .orElse(0);
        int each = (height - GAP * (panels.size() - 1)) / panels.size();
        List<Double> lefts =
                panels.stream().map(panel -> panel.left(lettering, width, each)).toList();
        double left = lefts.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        for (int i = 0; i < panels.size(); i++) {
            int moved = (int) Math.round(left - lefts.get(i));
            Graphics2D own = (Graphics2D) graphics.create();
            own.translate(0, i * (each + GAP));
            panels.get(i).paint(own, lettering, width, each, labels, moved);
            own.dispose();
        }
    }
}
