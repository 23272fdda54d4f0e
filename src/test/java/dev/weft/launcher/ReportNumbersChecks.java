package dev.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testing.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every number of a report, held against what a script in another language computes from the CSV
/// files.
abstract class ReportNumbersChecks {
    private static final Path SCRIPT = Path.of("src/test/oracle/report/page.py");

    private static int compared;

    @AfterAll
    static void say() {
        System.out.printf("numbers of reports: %,d compared%n", compared);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BARE")
    void areThoseOfTheTimings(ReportPage page) throws Exception {
        JsonNode expected = computed(page);

        PageNumbers numbers = new PageNumbers(page.made().data(), expected);
        numbers.compare();

        System.out.printf("  %-8s %s%n", page.label(), numbers.compared());
        assertThat(numbers.faults()).isEmpty();
        assertThat(numbers.compared()).containsKeys("cells", "weaves", "answer", "files");
        assertThat(numbers.compared().containsKey("jvms"))
                .as("two JVMs of a mode have differences")
                .isEqualTo(page != ReportPage.SWEEP && page != ReportPage.LOST);
        compared += numbers.compared().values().stream().mapToInt(Integer::intValue).sum();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BARE")
    void resultsSayWhatTimingsSay(ReportPage page) throws Exception {
        JsonNode checks = computed(page).get("checks");

        assertThat(checks.size()).isGreaterThan(5);
        for (JsonNode check : checks) {
            double row = check.get("row").asDouble();
            double items = check.get("items").asDouble();
            double slack =
                    check.get("absolute").asDouble() + check.get("relative").asDouble() * row;
            assertThat(Math.abs(row - items))
                    .as(
                            "%s: %s in the results, %s in the timings",
                            check.get("claim").asString(), row, items)
                    .isLessThanOrEqualTo(slack);
        }
        compared += checks.size();
    }

    private static JsonNode computed(ReportPage page) throws IOException, InterruptedException {
        ReportPage.Made made = page.made();
        Process script =
                new ProcessBuilder(
                                Program.python().toString(),
                                // Nothing is left beside the sources.
                                "-B",
                                SCRIPT.toString(),
                                made.results().toString(),
                                made.ofTheRun("timings.csv").toString(),
                                made.ofTheRun("run.json").toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).isZero();
        return JsonMapper.shared().readTree(said);
    }
}
