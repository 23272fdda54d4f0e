package dev.weft.plot;

import java.awt.Graphics2D;

/// Part of a picture that paints itself into a rectangle.
sealed interface Block permits Panel, PanelColumn, BarPanel, WeaveChart {
    /// Paints the block into a rectangle whose upper left corner is the origin.
    void paint(Graphics2D graphics, TextPainter painter, int width, int height);
}
