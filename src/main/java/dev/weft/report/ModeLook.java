package dev.weft.report;

import dev.weft.plan.ModeName;
import dev.weft.plot.ModeStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Colour and shape of a mode, the same as in every other picture.
///
/// @param name of the mode
/// @param color such as `#0072b2`; black stands for the text colour, which is light on a dark page
/// @param shape of its points, see [ModeStyle.Shape]
record ModeLook(String name, String color, String shape) {
    static List<ModeLook> all() {
        return Arrays.stream(ModeName.values()).map(ModeLook::of).toList();
    }

    private static ModeLook of(ModeName mode) {
        ModeStyle style = ModeStyle.of(mode);
        return new ModeLook(
                mode.label(), style.hex(), style.shape().name().toLowerCase(Locale.ROOT));
    }
}
