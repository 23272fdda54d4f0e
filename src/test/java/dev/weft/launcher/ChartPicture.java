package dev.weft.launcher;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/// The pixels of a chart.
record ChartPicture(List<Integer> pixels) {
    /// How far the parts of two colours may lie apart, together: edges are smoothed.
    private static final int ALIKE = 24;

    private static final List<Double> OPACITIES = List.of(1.0, 0.9, 0.8);

    ChartPicture {
        pixels = List.copyOf(pixels);
    }

    static ChartPicture of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
        return new ChartPicture(Arrays.stream(pixels).boxed().toList());
    }

    /// How many pixels have a colour, or one much like it, also where a little of what is behind it
    /// shines through.
    long count(Color color, Color behind) {
        List<Color> shades =
                OPACITIES.stream().map(opacity -> mixed(color, behind, opacity)).toList();
        return pixels.stream()
                .filter(pixel -> shades.stream().anyMatch(shade -> isLike(pixel, shade)))
                .count();
    }

    /// What share of it is something else than what is behind it, from 0 to 1.
    double inked(Color behind) {
        return 1 - (double) count(behind, behind) / pixels.size();
    }

    private static Color mixed(Color color, Color behind, double opacity) {
        return new Color(
                mixed(color.getRed(), behind.getRed(), opacity),
                mixed(color.getGreen(), behind.getGreen(), opacity),
                mixed(color.getBlue(), behind.getBlue(), opacity));
    }

    private static int mixed(int part, int behind, double opacity) {
        return (int) Math.round(part * opacity + behind * (1 - opacity));
    }

    private static boolean isLike(int pixel, Color color) {
        return Math.abs((pixel >> 16 & 0xFF) - color.getRed())
                        + Math.abs((pixel >> 8 & 0xFF) - color.getGreen())
                        + Math.abs((pixel & 0xFF) - color.getBlue())
                <= ALIKE;
    }
}
