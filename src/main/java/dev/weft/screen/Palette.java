package dev.weft.screen;

/// The 256 colors of xterm. Uses the last 240, which look the same in every terminal: a cube of 6
/// by 6 by 6 colors and a row of greys.
final class Palette {
    private static final int[] LEVELS = {0x00, 0x5F, 0x87, 0xAF, 0xD7, 0xFF};
    private static final int CUBE = 16;
    private static final int GREYS = 232;
    private static final int END = 256;

    private Palette() {}

    /// Returns the number of the nearest color.
    ///
    /// @param rgb red, green and blue, one byte each
    static int nearest(int rgb) {
        int best = CUBE;
        for (int number = CUBE; number < END; number++) {
            if (distance(rgb, rgb(number)) < distance(rgb, rgb(best))) {
                best = number;
            }
        }
        return best;
    }

    /// Returns the red, green and blue of a number.
    static int rgb(int number) {
        if (number >= GREYS) {
            int level = 8 + 10 * (number - GREYS);
            return level << 16 | level << 8 | level;
        }
        int place = number - CUBE;
        return LEVELS[place / 36] << 16 | LEVELS[place / 6 % 6] << 8 | LEVELS[place % 6];
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = (one >> shift & 0xFF) - (other >> shift & 0xFF);
            sum += difference * difference;
        }
        return sum;
    }
}
