package dev.weft.launcher;

import dev.weft.testing.BrowserTab;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The visible part of an open report.
record ReportView(BrowserTab tab) {
    /// The contrast that WCAG 2.2 asks of text at level AA.
    private static final double ENOUGH = 4.5;

    /// Each text on the page whose contrast with what is behind it is below [#ENOUGH]. Charts are
    /// pictures and left out.
    private static final String FAINT_TEXTS =
            """
            (() => {
              const parts = (color) => color.match(/[\\d.]+/g).map(Number);
              const light = (color) => parts(color).slice(0, 3)
                .map((part) => part / 255)
                .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
              const behind = (node) => {
                const color = getComputedStyle(node).backgroundColor;
                const alpha = parts(color)[3] ?? 1;
                return alpha > 0.99 || node.parentElement === null ? color : behind(node.parentElement);
              };
              const walker = document.createTreeWalker(document.getElementById("report"), NodeFilter.SHOW_TEXT);
              const faint = [];
              while (walker.nextNode()) {
                const text = walker.currentNode, node = text.parentElement;
                if (text.data.trim() === "" || !node.checkVisibility() || node.closest(".chart") !== null) continue;
                const [one, other] = [light(getComputedStyle(node).color), light(behind(node))];
                const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
                if (contrast < %s) faint.push(text.data + " " + contrast.toFixed(2));
              }
              return faint;
            })()
            """
                    .formatted(ENOUGH);

    private static final String VISIBLE_CHARTS =
            "[...document.querySelectorAll('.chart')].filter(chart => chart.checkVisibility())";

    /// A visible chart.
    ///
    /// @param says text alternative
    /// @param figures number of lines in its table
    /// @param modes modes with figures
    record Chart(String id, String says, int figures, List<String> modes) {}

    /// The charts that are shown.
    List<Chart> charts() {
        JsonNode found =
                tab.evaluate(
                        VISIBLE_CHARTS
                                + """
                                .map(chart => {
                                  const lines = [...chart.closest("figure").querySelectorAll("tbody tr")];
                                  const cells = lines.flatMap(line => [...line.children].map(cell => cell.textContent));
                                  return { id: chart.id, says: chart.getAttribute("aria-label") ?? "", figures: lines.length,
                                    modes: ["sequential", "threads", "async", "virtual"].filter(mode => cells.includes(mode)) };
                                })
                                """);
        return StreamSupport.stream(found.spliterator(), false)
                .map(
                        chart ->
                                new Chart(
                                        chart.get("id").asString(),
                                        chart.get("says").asString(),
                                        chart.get("figures").asInt(),
                                        texts(chart.get("modes"))))
                .toList();
    }

    /// A chart as it is drawn.
    ChartPicture picture(Chart chart) throws IOException {
        return ChartPicture.of(
                tab.pictureOf("document.getElementById('%s')".formatted(chart.id())));
    }

    /// What the page is drawn on.
    Color background() {
        List<Integer> parts =
                texts(
                                tab.evaluate(
                                        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g)"))
                        .stream()
                        .map(Integer::valueOf)
                        .toList();
        return new Color(parts.get(0), parts.get(1), parts.get(2));
    }

    /// The texts that are hard to read, each with its contrast.
    List<String> faintTexts() {
        return texts(tab.evaluate(FAINT_TEXTS));
    }

    /// Tables that are wider than their place, by the first of their words.
    List<String> cutTables() {
        return texts(
                tab.evaluate(
                        "[...document.querySelectorAll('.wide')].filter(each => each.scrollWidth > each.clientWidth).map(each => each.textContent.slice(0, 60))"));
    }

    /// How many pixels the page is wider than its window.
    int overhang() {
        return tab.evaluate(
                        "document.documentElement.scrollWidth - document.documentElement.clientWidth")
                .asInt();
    }

    /// How many elements a selector finds.
    int count(String selector) {
        return tab.evaluate("document.querySelectorAll(`%s`).length".formatted(selector)).asInt();
    }

    /// The text of the first element that a selector finds; empty where there is none.
    String text(String selector) {
        return tab.evaluate("document.querySelector(`%s`)?.textContent ?? ''".formatted(selector))
                .asString();
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
    }
}
