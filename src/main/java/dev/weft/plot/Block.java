package dev.weft.plot;

import java.awt.Graphics2D;

/// A part of a picture.
sealed interface Block permits Panel, PanelColumn, BarPanel, WeaveChart {
    /// Draws it into a rectangle whose upper left corner is the origin.
    void paint(Graphics2D graphics, TextPainter lettering, int width, int height);
}
