package dev.weft.launcher;

import dev.weft.testing.BrowserTab;
import dev.weft.testing.Chromium;
import dev.weft.testing.ColorScheme;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// Reports on real runs, opened from the disk by a browser without a window. Its pictures stay in
/// `target/report-screenshots`.
abstract class ReportInBrowserChecks {
    private static final Path PICTURES = Path.of("target/report-screenshots");
    private static final int PHONE = 375;
    private static final int DESKTOP = 1440;

    /// A4 without its margins, in pixels of CSS.
    private static final double PAPER = 718;

    private static final long MOST_BYTES = 2_000_000;

    /// A line of text in a chart is more than that.
    private static final double LEAST_INK = 0.004;

    private static final long LEAST_PIXELS = 8;
    private static final Map<String, Color> COLORS =
            Map.of(
                    "threads", new Color(0x0072B2),
                    "async", new Color(0xD55E00),
                    "virtual", new Color(0x009E73));

    private static final Checks CHECKS = new Checks("report in a browser");

    @TempDir static Path profile;
    private static Chromium chromium;

    private int mark;

    @BeforeAll
    static void openTheBrowser() throws IOException {
        chromium = Chromium.start(profile);
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void say() {
        CHECKS.print();
        chromium.close();
    }

    @BeforeEach
    void begin() {
        mark = CHECKS.mark();
    }

    @AfterEach
    void insist() {
        CHECKS.assertHeldSince(mark);
    }

    @ParameterizedTest
    @EnumSource
    void isReadable(ReportPage page) throws Exception {
        for (ColorScheme scheme : ColorScheme.values()) {
            for (int width : List.of(PHONE, DESKTOP)) {
                String name =
                        "%s-%s-%d"
                                .formatted(
                                        page.label(),
                                        scheme.name().toLowerCase(Locale.ROOT),
                                        width);
                try (BrowserTab tab = open(page, width, scheme)) {
                    Files.write(PICTURES.resolve(name + ".png"), tab.picture());
                    ReportView view = new ReportView(tab);
                    lookAt(name, view, page, scheme, width);
                    quiet(name, tab, page);
                }
            }
        }
    }

    private static void lookAt(
            String name, ReportView view, ReportPage page, ColorScheme scheme, int width)
            throws IOException {
        CHECKS.that(name + " is no wider than its window", view.overhang() <= 0, view.overhang());
        if (width > PHONE) {
            List<String> cut = view.cutTables();
            CHECKS.that(name + " shows its tables whole", cut.isEmpty(), cut);
        }
        Color behind = view.background();
        CHECKS.that(
                name + " follows the system's colours",
                behind.getGreen() > 127 == (scheme == ColorScheme.LIGHT),
                behind);
        List<String> faint = view.faintTexts();
        CHECKS.that(name + " has no faint text", faint.isEmpty(), faint);
        JsonNode data = page.made().data();
        long differences =
                data.get("jvms").findValues("setting").stream()
                        .filter(data.get("answer").get("setting")::equals)
                        .count();
        CHECKS.that(
                name + " shows how much JVMs differ",
                view.count("#jvms tbody tr") == differences,
                differences);
        List<ReportView.Chart> charts = view.charts();
        List<String> ids = charts.stream().map(ReportView.Chart::id).toList();
        CHECKS.that(name + " shows its charts", ids.equals(expected(page)), ids);
        for (ReportView.Chart chart : charts) {
            drawn(name + ", " + chart.id(), view, chart, page);
        }
    }

    private static List<String> expected(ReportPage page) {
        return switch (page) {
            case MODES, FAULTS ->
                    List.of(
                            "chart-time",
                            "chart-weave",
                            "chart-percentiles",
                            "chart-movement",
                            "chart-warmup");
            case SWEEP ->
                    List.of(
                            "chart-time",
                            "chart-weave",
                            "chart-percentiles",
                            "chart-movement",
                            "chart-sweep",
                            "chart-warmup");
            case LOST -> List.of("chart-weave");
            case BARE -> List.of("chart-time", "chart-movement");
        };
    }

    private static void drawn(String name, ReportView view, ReportView.Chart chart, ReportPage page)
            throws IOException {
        ChartPicture picture = view.picture(chart);
        Color behind = view.background();
        double ink = picture.inked(behind);
        CHECKS.that(name + ", is drawn", ink > LEAST_INK, ink);
        CHECKS.that(name + ", has a text alternative", chart.says().length() > 40, chart.says());
        CHECKS.that(name + ", has its figures as a table", chart.figures() > 0, chart);
        CHECKS.that(
                name + ", says which modes it shows",
                !chart.modes().isEmpty() && chart.modes().stream().allMatch(chart.says()::contains),
                chart);
        if (page == ReportPage.LOST) {
            return;
        }
        for (String mode : chart.modes()) {
            if (COLORS.containsKey(mode)) {
                long pixels = picture.count(COLORS.get(mode), behind);
                CHECKS.that(name + ", draws " + mode, pixels >= LEAST_PIXELS, pixels);
            }
        }
    }

    private static void quiet(String name, BrowserTab tab, ReportPage page) {
        CHECKS.that(
                name + " leaves the console empty", tab.complaints().isEmpty(), tab.complaints());
        List<String> asked =
                tab.requests().stream()
                        .filter(address -> !address.equals(page.made().page().toUri().toString()))
                        .filter(address -> !address.startsWith("data:"))
                        .filter(address -> !address.startsWith("blob:null/"))
                        .toList();
        CHECKS.that(name + " asks for nothing", asked.isEmpty(), asked);
    }

    @ParameterizedTest
    @EnumSource
    void isPrintedWhole(ReportPage page) throws Exception {
        try (BrowserTab tab = open(page, DESKTOP, ColorScheme.DARK)) {
            tab.media("print", ColorScheme.DARK);
            List<String> hidden =
                    ReportView.texts(
                            tab.evaluate(
                                    """
                                    [...document.querySelectorAll("section")]
                                      .filter(each => each.offsetHeight < 30 || !each.checkVisibility())
                                      .map(each => each.id)
                                    """));
            String name = page.label() + " in print";
            CHECKS.that(name + " shows every section", hidden.isEmpty(), hidden);
            var _ = tab.evaluate("dispatchEvent(new Event('beforeprint'))");
            tab.settle();
            double widest =
                    tab.evaluate(
                                    "Math.max(0, ...[...document.querySelectorAll('.chart svg, .chart canvas')].map(each => each.getBoundingClientRect().width))")
                            .asDouble();
            CHECKS.that(
                    name + " has charts as wide as paper", widest > 0 && widest <= PAPER, widest);
            Color behind = new ReportView(tab).background();
            CHECKS.that(name + " is white", behind.equals(Color.WHITE), behind);
            var _ = tab.evaluate("dispatchEvent(new Event('afterprint'))");
            Path file = PICTURES.resolve(page.label() + "-print.pdf");
            tab.print(file);
            CHECKS.that(name + " is a file of some size", Files.size(file) > 20_000, file);
            quiet(name, tab, page);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isSmall(ReportPage page) throws Exception {
        long bytes = Files.size(page.made().page());
        CHECKS.that(page.label() + " is below 2 MB", bytes < MOST_BYTES, bytes);
    }

    @ParameterizedTest
    @EnumSource
    void givesItsFilesAsTheyWere(ReportPage page) throws Exception {
        Path folder = emptyFolder(page.label() + "-saved");
        try (BrowserTab tab = open(page, DESKTOP, ColorScheme.LIGHT)) {
            tab.saveTo(folder.toAbsolutePath());
            saved(tab, page, folder, "results.csv", page.made().results());
            if (page != ReportPage.BARE) {
                saved(tab, page, folder, "timings.csv", page.made().ofTheRun("timings.csv"));
            }
            if (expected(page).contains("chart-warmup")) {
                saved(tab, page, folder, "warmup.csv", page.made().ofTheRun("warmup.csv"));
            }
            quiet(page.label() + " after saving", tab, page);
        }
    }

    private static void saved(
            BrowserTab tab, ReportPage page, Path folder, String name, Path original)
            throws IOException, InterruptedException {
        Path file = folder.resolve(page.made().data().get("runId").asString() + "-" + name);
        var _ = tab.evaluate("document.querySelector(`[data-file='%s']`).click()".formatted(name));
        for (int tries = 0; tries < 200 && !Files.exists(file); tries++) {
            Thread.sleep(50);
        }
        CHECKS.that(
                page.label() + " gives " + name,
                Files.exists(file) && Files.mismatch(file, original) == -1,
                file);
    }

    private static Path emptyFolder(String name) throws IOException {
        Path folder =
                Files.createDirectories(PICTURES.resolveSibling("report-pages").resolve(name));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    @ParameterizedTest
    @EnumSource
    void doesWithTheKeyboardAlone(ReportPage page) throws Exception {
        try (BrowserTab tab = open(page, DESKTOP, ColorScheme.LIGHT)) {
            ReportKeys keys = new ReportKeys(tab);
            keys.checkEach(page.label(), CHECKS);
            if (page == ReportPage.MODES) {
                keys.checkSwitches(CHECKS);
            }
            quiet(page.label() + " after the keyboard", tab, page);
        }
    }

    @Test
    void showsHostileTextAsText() throws Exception {
        try (BrowserTab tab = open(ReportPage.FAULTS, DESKTOP, ColorScheme.LIGHT)) {
            new ReportHarm(tab).check(CHECKS);
            quiet("faults with hostile names", tab, ReportPage.FAULTS);
        }
    }

    private static BrowserTab open(ReportPage page, int width, ColorScheme scheme) {
        return chromium.open(page.made().page(), width, scheme);
    }
}
