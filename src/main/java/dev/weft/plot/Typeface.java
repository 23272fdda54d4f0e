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

/// The font of pictures. It comes along with weft: pictures look the same everywhere, and can be
/// drawn on a machine that has neither a desktop nor any fonts.
final class Typeface {
    private static final String RESOURCE = "lettering.ttf";

    /// The list of fonts that Java takes instead of asking fontconfig.
    private static final String LIST_PROPERTY = "sun.awt.fontconfig";

    private static final String EMPTY_LIST = "version=1\nsequence.allfonts=default\n";

    private Typeface() {}

    /// Loads the font. From then on AWT does without a desktop in this JVM.
    ///
    /// @throws PlotException when Java cannot draw letters on this machine
    static Font load() throws PlotException {
        System.setProperty("java.awt.headless", "true");
        try {
            return proven();
        } catch (RuntimeException | LinkageError e) {
            // Where fontconfig or its fonts are missing, Java refuses even a font of our own,
            // unless it is given a list of fonts, be it an empty one.
            return loadWithEmptyList();
        }
    }

    private static Font loadWithEmptyList() throws PlotException {
        try {
            Path list = Files.createTempFile("weft-fonts", ".properties");
            try {
                Files.writeString(list, EMPTY_LIST);
                System.setProperty(LIST_PROPERTY, list.toString());
                return proven();
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

    /// The font, after it has been tried.
    private static Font proven() {
        try (InputStream resource =
                Objects.requireNonNull(Typeface.class.getResourceAsStream(RESOURCE))) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, resource);
            new TextLayout("0", font, new FontRenderContext(null, true, true)).getOutline(null);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(RESOURCE + " is no font", e);
        }
    }
}
