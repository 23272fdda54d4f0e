package dev.weft.plot;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Loads the font that weft bundles. Pictures look the same everywhere, and need neither a desktop
/// nor installed fonts.
final class BundledFont {
    private static final String FONT_FILE = "font.ttf";

    /// System property with the list of fonts that Java uses instead of fontconfig.
    private static final String LIST_PROPERTY = "sun.awt.fontconfig";

    private static final String EMPTY_LIST = "version=1\nsequence.allfonts=default\n";

    private BundledFont() {}

    /// Loads the font and sets AWT to headless for this JVM.
    ///
    /// @throws PlotException if Java cannot draw text on this machine
    static Font load() throws PlotException {
        System.setProperty("java.awt.headless", "true");
        try {
            return loadAndTest();
        } catch (RuntimeException | LinkageError e) {
            // Without fontconfig or its fonts, Java rejects even a bundled font. A list of fonts,
            // even an empty one, makes Java accept it.
            return loadWithEmptyList();
        }
    }

    private static Font loadWithEmptyList() throws PlotException {
        try {
            Path list = Files.createTempFile("weft-fonts", ".properties");
            try {
                Files.writeString(list, EMPTY_LIST);
                System.setProperty(LIST_PROPERTY, list.toString());
                return loadAndTest();
            } finally {
                Files.delete(list);
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new PlotException(
                    "Java cannot draw letters on this machine (%s): install fontconfig and a font, on Debian fontconfig and fonts-dejavu-core"
                            .formatted(e),
                    e);
        }
    }

    /// Returns the font after drawing a test letter.
    private static Font loadAndTest() {
        try (InputStream resource =
                Objects.requireNonNull(BundledFont.class.getResourceAsStream(FONT_FILE))) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, resource);
            new TextLayout("0", font, new FontRenderContext(null, true, true)).getOutline(null);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(FONT_FILE + " is no font", e);
        }
    }
}
