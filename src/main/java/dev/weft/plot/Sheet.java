package dev.weft.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;

/// The whole picture: what it is about, and one block or several.
///
/// @param stacked one block below the other, instead of beside it
record Sheet(Heading heading, List<? extends Block> blocks, boolean stacked) {
    private static final int MARGIN = 24;

    Sheet {
        blocks = List.copyOf(blocks);
    }

    /// Draws it.
    ///
    /// @param width in units in which the lettering has its size
    void paint(Graphics2D graphics, TextPainter lettering, int width, int height) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        int head = heading.paint(graphics, lettering, MARGIN, width);
        int across = stacked ? 1 : blocks.size();
        int down = stacked ? blocks.size() : 1;
        int blockWidth = (width - MARGIN * (across + 1)) / across;
        int blockHeight = (height - head - MARGIN / 2 * down) / down;
        for (int i = 0; i < blocks.size(); i++) {
            int column = stacked ? 0 : i;
            int row = stacked ? i : 0;
            Graphics2D own = (Graphics2D) graphics.create();
            own.translate(
                    MARGIN + column * (blockWidth + MARGIN),
                    head + row * (blockHeight + MARGIN / 2));
            blocks.get(i).paint(own, lettering, blockWidth, blockHeight);
            own.dispose();
        }
    }
}
