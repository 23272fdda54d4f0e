package dev.weft.launcher;

import dev.weft.testing.BrowserTab;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Looks for what hostile names may have done to the page of [ReportPage#FAULTS].
record ReportHarm(BrowserTab tab) {
    private static final String CHART = "document.getElementById('chart-weave')";

    /// Where the bars of a pass are in the window: the middle of each.
    private static final String BARS =
            """
            (() => {
              const chart = echarts.getInstanceByDom(%1$s);
              const series = chart.getOption().series.find((one) => one.name === "threads");
              const place = series.xAxisIndex;
              const box = %1$s.getBoundingClientRect();
              return series.data.map(([from, to, lane]) => {
                const at = chart.convertToPixel({ xAxisIndex: place, yAxisIndex: place }, [(from + to) / 2, lane]);
                return [at[0] + box.x, at[1] + box.y];
              });
            })()
            """
                    .formatted(CHART);

    private static final String STRANGERS =
            """
            [...document.querySelectorAll("img, iframe, object, embed, audio, video, link[rel=stylesheet], .tip b *, code :not(.word), code .word *, option *"),
              ...[...document.scripts].slice(3)].map((one) => one.outerHTML)
            """;

    void check(Checks checks) {
        ReportView view = new ReportView(tab);
        String command = view.text("dl.answers code");
        checks.that(
                "faults shows the command with its tags", command.contains("<img src=x"), command);
        chooseTheHostileZip();
        List<String> charts = view.charts().stream().map(ReportView.Chart::id).toList();
        checks.that(
                "faults shows with each zip the warm-up of the JVMs that uploaded it",
                charts.contains("chart-warmup"),
                charts);
        Set<String> names = namesAtBars();
        checks.that(
                "faults shows names at the bars as they are",
                names.equals(Set.copyOf(ReportPage.HOSTILE)),
                names);
        List<String> strangers = ReportView.texts(tab.evaluate(STRANGERS));
        checks.that("faults makes no element of a text", strangers.isEmpty(), strangers);
        String title = tab.evaluate("document.title").asString();
        checks.that("faults runs no script of a text", !title.contains("HARM"), title);
    }

    private void chooseTheHostileZip() {
        var _ =
                tab.evaluate(
                        """
                        (() => {
                          const select = document.querySelector("select");
                          select.value = [...select.options].find((one) => one.textContent.startsWith("%d files")).value;
                          select.dispatchEvent(new Event("change"));
                          %s.scrollIntoView({ block: "center" });
                        })()
                        """
                                .formatted(ReportPage.HOSTILE.size(), CHART));
        tab.settle();
    }

    /// Returns the tooltip of each bar.
    private Set<String> namesAtBars() {
        Set<String> names = new TreeSet<>();
        for (JsonNode bar : tab.evaluate(BARS)) {
            tab.pointAt(bar.get(0).asDouble(), bar.get(1).asDouble());
            names.add(new ReportView(tab).text(".tip b"));
        }
        return names;
    }
}
