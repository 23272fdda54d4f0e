package dev.weft.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;

/// Whole picture: a heading and one or several blocks.
///
/// @param stacked whether the blocks are below each other instead of side by side
record Sheet(Heading heading, List<? extends Block> blocks, boolean stacked) {
    private static final int MARGIN = 24;

    Sheet {
        blocks = List.copyOf(blocks);
    }

    /// Paints the sheet.
    ///
    /// @param width in the unit of the font sizes
    void paint(Graphics2D graphics, TextPainter painter, int width, int height) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        int headingHeight = heading.paint(graphics, painter, MARGIN, width);
        int columns = stacked ? 1 : blocks.size();
        int rows = stacked ? blocks.size() : 1;
        int blockWidth = (width - MARGIN * (columns + 1)) / columns;
        int blockHeight = (height - headingHeight - MARGIN / 2 * rows) / rows;
        for (int i = 0; i < blocks.size(); i++) {
            int column = stacked ? 0 : i;
            int row = stacked ? i : 0;
            Graphics2D translated = (Graphics2D) graphics.create();
            translated.translate(
                    MARGIN + column * (blockWidth + MARGIN),
                    headingHeight + row * (blockHeight + MARGIN / 2));
            blocks.get(i).paint(translated, painter, blockWidth, blockHeight);
            translated.dispose();
        }
    }
}
