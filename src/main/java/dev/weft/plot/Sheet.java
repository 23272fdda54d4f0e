package dev.weft.plot;

import dev.weft.plan.ModeName;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.Optional;

/// The whole picture: what it is about, and one panel or two.
///
/// One mode after another takes many times as long as the others. On the same linear axis they
/// would all lie on the floor; so a second panel shows them without the sequential mode.
///
/// @param width in units in which the lettering has its size
record Sheet(Heading heading, List<ModeLine> lines, boolean logarithmic, int width, int height) {
    private static final Color INK = Color.BLACK;
    private static final Color PALE = new Color(0x555555);
    private static final int MARGIN = 24;
    private static final int HEAD = 112;

    private static final int ROOM_FOR_TWO = 900;

    /// From how many times as long on the others cannot be read beside the slowest.
    private static final double TOO_FAR = 4;

    Sheet {
        lines = List.copyOf(lines);
    }

    void paint(Graphics2D graphics, Lettering lettering) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        int room = width - 2 * MARGIN;
        lettering.drawWithin(room, graphics, heading.title(), Lettering.TITLE, INK, MARGIN, 44);
        lettering.drawWithin(
                room, graphics, heading.setting(), Lettering.SUBTITLE, PALE, MARGIN, 70);
        lettering.drawWithin(room, graphics, heading.key(), Lettering.SUBTITLE, PALE, MARGIN, 92);
        List<Panel> panels = panels();
        int panelWidth = (width - MARGIN * (panels.size() + 1)) / panels.size();
        for (int i = 0; i < panels.size(); i++) {
            Graphics2D own = (Graphics2D) graphics.create();
            own.translate(MARGIN + i * (panelWidth + MARGIN), HEAD);
            panels.get(i).paint(own, lettering, panelWidth, height - HEAD - MARGIN / 2);
            own.dispose();
        }
    }

    private List<Panel> panels() {
        Optional<ModeLine> sequential =
                lines.stream().filter(line -> line.mode() == ModeName.SEQUENTIAL).findFirst();
        List<ModeLine> others =
                lines.stream().filter(line -> line.mode() != ModeName.SEQUENTIAL).toList();
        Panel whole = new Panel("", lines, logarithmic, true, Sheet::seconds);
        if (logarithmic
                || width < ROOM_FOR_TWO
                || sequential.isEmpty()
                || others.isEmpty()
                || !isFar(sequential.get(), others)) {
            return List.of(whole);
        }
        return List.of(
                new Panel("all modes", lines, false, true, Sheet::seconds),
                new Panel(
                        "the concurrent modes, enlarged (\u00d7: times as fast as sequential)",
                        others,
                        false,
                        false,
                        line -> seconds(line) + speedUp(sequential.get(), line)));
    }

    private static boolean isFar(ModeLine sequential, List<ModeLine> others) {
        double slowest =
                others.stream()
                        .mapToDouble(line -> line.last().spread().median())
                        .max()
                        .orElseThrow();
        return sequential.last().spread().median() > TOO_FAR * slowest;
    }

    private static String seconds(ModeLine line) {
        return "%s %s s"
                .formatted(line.mode().label(), Figure.digits(line.last().spread().median()));
    }

    /// How many times as fast, where both were measured with as many files.
    private static String speedUp(ModeLine sequential, ModeLine line) {
        if (sequential.last().files() != line.last().files()) {
            return "";
        }
        double ratio = sequential.last().spread().median() / line.last().spread().median();
        return ratio < 10 ? " (%.1f\u00d7)".formatted(ratio) : " (%.0f\u00d7)".formatted(ratio);
    }
}
