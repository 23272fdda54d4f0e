package dev.weft.launcher;

import dev.weft.testing.BrowserTab;
import java.util.ArrayList;
import java.util.List;

/// Goes through a report by the keyboard alone.
record ReportKeys(BrowserTab tab) {
    private static final String CONTROLS =
            "[...document.querySelectorAll('a[href], button, select, summary, [tabindex=\"0\"]')].filter(one => one.checkVisibility())";

    private static final String TITLE_OF_THE_WEAVE =
            "document.querySelector('#weave p.quiet').textContent";

    private static final String TIME_LABEL =
            "document.getElementById('chart-time').getAttribute('aria-label')";

    /// Which share of the time the weave shows, in percent.
    private static final String ZOOM =
            "(zoom => `${zoom.start} to ${zoom.end}`)(echarts.getInstanceByDom(document.getElementById('chart-weave')).getOption().dataZoom[0])";

    private static final String SCHEME = "document.documentElement.dataset.scheme";

    private static final int MOST_CONTROLS = 200;

    /// Whether each control of any page can be reached, is seen to be, and can be pressed.
    void checkEach(String name, Checks checks) {
        List<String> unseen = walk();
        checks.that(name + " shows where the keyboard is", unseen.isEmpty(), unseen);
        List<String> missed =
                ReportView.texts(
                        tab.evaluate(
                                CONTROLS
                                        + ".filter(one => !one.dataset.reached).map(one => one.outerHTML.slice(0, 200))"));
        checks.that(name + " lets the keyboard reach each control", missed.isEmpty(), missed);
        checks.that(
                name + " opens its tables by Enter",
                opensTables(),
                "a summary that Enter does not open");
    }

    /// Tabs from control to control, once around. Gives those that do not look different then.
    private List<String> walk() {
        List<String> unseen = new ArrayList<>();
        for (int step = 0; step < MOST_CONTROLS; step++) {
            tab.press("Tab");
            String seen =
                    tab.evaluate(
                                    """
                                    (() => {
                                      const one = document.activeElement;
                                      if (one === document.body || one.dataset.reached) return "end";
                                      one.dataset.reached = "yes";
                                      const style = getComputedStyle(one);
                                      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 ? "" : one.outerHTML.slice(0, 200);
                                    })()
                                    """)
                            .asString();
            if (seen.equals("end")) {
                break;
            }
            if (!seen.isEmpty()) {
                unseen.add(seen);
            }
        }
        return unseen;
    }

    private boolean opensTables() {
        boolean all = true;
        int tables = tab.evaluate("document.querySelectorAll('summary').length").asInt();
        for (int place = 0; place < tables; place++) {
            String summary = "document.querySelectorAll('summary')[%d]".formatted(place);
            if (tab.evaluate(summary + ".checkVisibility()").asBoolean()) {
                focus(summary);
                tab.press("Enter");
                all &= tab.evaluate(summary + ".parentElement.open").asBoolean();
            }
        }
        return all;
    }

    /// Checks the switches of the page of [ReportPage#MODES].
    void checkSwitches(Checks checks) {
        String name = "modes, ";
        pressOn(checks, name + "cold passes", "cold passes", " ", TIME_LABEL, "cold passes");
        pressOn(checks, name + "warm passes", "warm passes", "Enter", TIME_LABEL, "warm passes");
        changes(checks, name + "logarithmic", "logarithmic", "chart-time");
        changes(checks, name + "without sequential", "concurrent modes alone", "chart-time");
        changes(checks, name + "own scale", "each mode on its own scale", "chart-weave");
        changes(checks, name + "zoom in", "+", "chart-weave");
        changes(checks, name + "later", "\u2192", "chart-weave");
        changes(checks, name + "earlier", "\u2190", "chart-weave");
        changes(checks, name + "zoom out", "\u2212", "chart-weave");
        changes(checks, name + "zoom in again", "+", "chart-weave");
        changes(checks, name + "all of it", "all of it", "chart-weave");
        String zoom = tab.evaluate(ZOOM).asString();
        checks.that(name + "all of it shows all of it", zoom.equals("0 to 100"), zoom);
        pressOn(checks, name + "dark page", "dark page", "Enter", SCHEME, "dark");
        pressOn(checks, name + "light page", "light page", "Enter", SCHEME, "light");
        focus("document.querySelector('select')");
        tab.press("ArrowUp");
        String title = tab.evaluate(TITLE_OF_THE_WEAVE).asString();
        checks.that(name + "the arrow chooses a setting", title.startsWith("40 files"), title);
    }

    private void pressOn(
            Checks checks, String name, String button, String key, String expression, String then) {
        press(button, key);
        String now = tab.evaluate(expression).asString();
        checks.that(name + " by the keyboard", now.contains(then), now);
    }

    private void changes(Checks checks, String name, String button, String chart) {
        String before = picture(chart);
        press(button, "Enter");
        checks.that(
                name + " changes the chart",
                !picture(chart).equals(before),
                "the same picture as before");
    }

    private void press(String button, String key) {
        focus(
                "[...document.querySelectorAll('button')].find(one => one.textContent === '%s')"
                        .formatted(button));
        tab.press(key);
    }

    /// Sets the focus where the walk has shown that Tab does.
    private void focus(String element) {
        var _ = tab.evaluate(element + ".focus()");
    }

    private String picture(String chart) {
        return tab.evaluate(
                        """
                        (() => {
                          const chart = document.getElementById("%s");
                          return chart.querySelector("canvas")?.toDataURL() ?? chart.innerHTML;
                        })()
                        """
                                .formatted(chart))
                .asString();
    }
}
