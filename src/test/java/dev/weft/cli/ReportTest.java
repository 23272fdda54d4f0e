package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.plan.ModeName;
import dev.weft.record.ItemRow;
import dev.weft.record.PassRow;
import dev.weft.record.ResultsFile;
import dev.weft.record.TimingRow;
import dev.weft.record.TimingsFile;
import dev.weft.record.WarmupFile;
import dev.weft.session.ExitCode;
import dev.weft.testing.MadeUpTimings;
import dev.weft.testing.Passes;
import dev.weft.testing.WarmupSlices;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private static final String HOSTILE = "</script><script>alert('weft')</script>";
    private static final double NANOS_PER_MILLI = 1e6;

    @TempDir Path folder;

    private final List<PassRow> rows = new ArrayList<>();

    @BeforeEach
    void record() throws Exception {
        ResultsFile results = new ResultsFile(folder.resolve("benchmark/results.csv"));
        for (ModeName mode : ModeName.values()) {
            for (int trial = 1; trial <= 5; trial++) {
                rows.add(
                        Passes.of(mode)
                                .files(500)
                                .trial("t-%s-%d".formatted(mode, trial), trial)
                                .row());
            }
        }
        for (PassRow row : rows) {
            results.append(row);
        }
        try (TimingsFile timings = timings()) {
            for (PassRow row : rows) {
                MadeUpTimings.rows(row).map(TimingRow::item).forEach(timings::record);
            }
        }
    }

    private TimingsFile timings() throws Exception {
        String runId = rows.getFirst().place().runId();
        return TimingsFile.open(
                folder.resolve("benchmark/runs").resolve(runId).resolve("timings.csv"), runId);
    }

    @Test
    void makesOnePageThatAsksForNothingElse() throws Exception {
        Invocation report = Invocation.in(folder, "report");

        assertThat(report.exitCode()).as(report.err()).isEqualTo(ExitCode.OK);
        assertThat(report.out().lines()).containsExactly("benchmark/report.html");
        assertThat(page())
                .startsWith("<!doctype html>")
                .contains("default-src 'none'")
                .doesNotContain("{{data}}", "{{script}}", "<script src", "<link rel=\"stylesheet");
        assertThat(Files.size(folder.resolve("benchmark/report.html"))).isLessThan(2_000_000);
    }

    @Test
    void carriesThePercentilesOfItsTimings() throws Exception {
        Invocation.in(folder, "report");

        for (JsonNode curve : data().get("percentiles")) {
            double[] exact = serviceMillis(curve.get("mode").asString());
            assertThat(curve.get("uploads").asLong()).isEqualTo(exact.length);
            for (JsonNode mark : curve.get("marks")) {
                double percentile = mark.get("percentile").asDouble();
                int rank = (int) Math.ceil(percentile / 100 * exact.length);
                assertThat(mark.get("value").get("value").asDouble())
                        .as("p%s of %s", percentile, curve.get("mode"))
                        .isCloseTo(exact[rank - 1], within(exact[rank - 1] / 500));
            }
        }
        assertThat(data().get("percentiles")).hasSize(ModeName.values().length);
    }

    private double[] serviceMillis(String mode) {
        return rows.stream()
                .filter(row -> row.setting().mode().label().equals(mode))
                .flatMap(MadeUpTimings::rows)
                .map(TimingRow::item)
                .filter(item -> item.failure().isEmpty())
                .mapToDouble(
                        item ->
                                (item.endedNanos() - item.startedNanos().orElseThrow())
                                        / NANOS_PER_MILLI)
                .sorted()
                .toArray();
    }

    @Test
    void showsHostileTextAsText() throws Exception {
        try (TimingsFile timings = timings()) {
            timings.record(
                    new ItemRow(
                            rows.getFirst().place().trialId(),
                            rows.getFirst().place().pass(),
                            0,
                            HOSTILE,
                            1,
                            OptionalLong.empty(),
                            0,
                            OptionalLong.of(0),
                            1_000,
                            1,
                            OptionalInt.empty(),
                            OptionalLong.empty(),
                            Optional.empty()));
        }

        Invocation report = Invocation.in(folder, "report");

        assertThat(report.exitCode()).as(report.err()).isEqualTo(ExitCode.OK);
        assertThat(page()).doesNotContain(HOSTILE);
        assertThat(attached("timings.csv")).contains(HOSTILE);
    }

    @Test
    void carriesItsFilesAlong() throws Exception {
        Invocation.in(folder, "report");

        assertThat(attached("results.csv"))
                .isEqualTo(Files.readString(folder.resolve("benchmark/results.csv")));
    }

    @Test
    void drawsOnePassOfEachMode() throws Exception {
        Invocation.in(folder, "report");

        List<String> modes = new ArrayList<>();
        for (JsonNode weave : data().get("weaves")) {
            modes.add(weave.get("mode").asString());
            assertThat(weave.get("strands")).hasSize(500);
            assertThat(weave.get("lanes").asInt()).isBetween(1, 64);
        }
        assertThat(modes).containsExactly("sequential", "threads", "async", "virtual");
    }

    @Test
    void doesWithoutTimingsAndParticulars() throws Exception {
        Files.delete(timingsPath());

        Invocation report = Invocation.in(folder, "report");

        assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(report.err()).contains("timings.csv, so the page shows no single uploads");
        assertThat(report.err()).contains("run.json, so the page names neither the machine");
        assertThat(data().get("weaves")).isEmpty();
        assertThat(data().get("cells")).hasSize(ModeName.values().length);
    }

    @Test
    void carriesTheWarmUpOfEachModeWhereItIsThere() throws Exception {
        Invocation.in(folder, "report");
        assertThat(data().get("warmups")).isEmpty();

        WarmupFile.beside(timingsPath())
                .append(rows.stream().flatMap(row -> WarmupSlices.of(row, 8).stream()).toList());
        Invocation.in(folder, "report");

        assertThat(data().get("warmups")).hasSize(ModeName.values().length);
        JsonNode first = data().get("warmups").get(0);
        assertThat(first.get("jvms")).hasSize(5);
        assertThat(first.get("medians")).hasSize(10);
        assertThat(first.get("steady").get("point").get("uploads").asDouble()).isEqualTo(10_200);
        assertThat(attached("warmup.csv").lines()).hasSize(1 + rows.size() * 10);
    }

    private Path timingsPath() {
        return folder.resolve("benchmark/runs")
                .resolve(rows.getFirst().place().runId())
                .resolve("timings.csv");
    }

    @Test
    void saysWhichRunIsTheNewest() {
        Invocation report = Invocation.in(folder, "report", "--run=nobody");

        assertThat(report.err()).contains("there is no run nobody", "the newest is");
        assertThat(report.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void saysThatARunWithoutSidesHasNone() {
        Invocation report = Invocation.in(folder, "report", "--side=after");

        assertThat(report.err()).contains("--side is for comparisons");
        assertThat(report.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private String page() throws Exception {
        return Files.readString(folder.resolve("benchmark/report.html"));
    }

    private JsonNode data() throws Exception {
        String page = page();
        int from = page.indexOf("id=\"data\">") + "id=\"data\">".length();
        return new JsonMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
    }

    private String attached(String name) throws Exception {
        for (JsonNode file : data().get("files")) {
            if (file.get("name").asString().equals(name)) {
                byte[] packed = Base64.getDecoder().decode(file.get("gzip").asString());
                try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                    return new String(text.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("the page has no " + name);
    }
}
