package dev.weft.plot;

import java.awt.Graphics2D;
import java.util.List;

/// Panels stacked over one horizontal axis: equal numbers have equal positions in all panels.
///
/// @param panels from top to bottom
record PanelColumn(List<Panel> panels) implements Block {
    private static final int GAP = 6;

    PanelColumn {
        panels = List.copyOf(panels);
    }

    @Override
    public void paint(Graphics2D graphics, TextPainter painter, int width, int height) {
        double labelWidth =
                panels.stream()
                        .mapToDouble(panel -> panel.labelWidth(graphics, painter))
                        .max()
                        .orElse(0);
        int panelHeight = (height - GAP * (panels.size() - 1)) / panels.size();
        List<Double> lefts =
                panels.stream().map(panel -> panel.left(painter, width, panelHeight)).toList();
        double left = lefts.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        for (int i = 0; i < panels.size(); i++) {
            int shift = (int) Math.round(left - lefts.get(i));
            Graphics2D translated = (Graphics2D) graphics.create();
            translated.translate(0, i * (panelHeight + GAP));
            panels.get(i).paint(translated, painter, width, panelHeight, labelWidth, shift);
            translated.dispose();
        }
    }
}
