package dev.weft.plot;

import dev.weft.plan.Phase;
import java.util.Optional;

/// Content and size of a picture.
///
/// @param run id of the run; empty for the newest run that can be drawn
/// @param phase of the passes
/// @param logarithmic draws logarithmic axes, instead of a second panel that enlarges the fast
///   modes
/// @param width in pixels, like the height
/// @param title replaces the generated title
public record PlotOptions(
        Optional<String> run,
        Phase phase,
        boolean logarithmic,
        int width,
        int height,
        Optional<String> title) {
    /// Smallest width and height, in pixels.
    public static final int SMALLEST = 300;

    /// Largest width and height, in pixels.
    public static final int LARGEST = 4_000;

    public PlotOptions {
        for (int length : new int[] {width, height}) {
            if (length < SMALLEST || length > LARGEST) {
                throw new IllegalArgumentException(
                        "a picture of %d x %d pixels: each must be from %d to %d"
                                .formatted(width, height, SMALLEST, LARGEST));
            }
        }
    }
}
