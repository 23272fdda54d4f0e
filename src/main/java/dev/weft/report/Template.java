package dev.weft.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// Assembles the page from resources and data.
final class Template {
    /// Scripts in the order of their dependencies.
    private static final List<String> SCRIPTS =
            List.of(
                    "base.js",
                    "chart.js",
                    "tables.js",
                    "time.js",
                    "weave.js",
                    "latency.js",
                    "sweep.js",
                    "warmup.js",
                    "page.js");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE).build();

    private Template() {}

    /// Returns the page with its data, in UTF-8.
    static byte[] fill(ReportData page) {
        // The data comes last, as its text may contain the placeholder of another part.
        return part("page.html")
                .replace("{{style}}", part("page.css"))
                .replace("{{charts}}", part("echarts.min.js"))
                .replace(
                        "{{script}}",
                        SCRIPTS.stream().map(Template::part).collect(Collectors.joining("\n")))
                .replace("{{data}}", json(page))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Writes the data as JSON with `<` escaped. In JSON `<` occurs only in strings; escaped, a
    /// string cannot close the script element.
    private static String json(ReportData page) {
        return JSON.writeValueAsString(page).replace("<", "\\u003c");
    }

    private static String part(String name) {
        try (InputStream stream = Template.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("weft's jar has no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("weft's jar cannot be read", e);
        }
    }
}
