package dev.weft.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.plan.VerifyLevel;
import dev.weft.record.FailureCounts;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.testing.MadeUpTimings;
import dev.weft.testing.Passes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Whatever a run leaves, there is a page about it.
class StrangeRunsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void ofPassesThatAllFailedItGivesNoAdvice() throws Exception {
        List<PassRow> rows =
                List.of(
                        Passes.of(ModeName.ASYNC).failed().row(),
                        Passes.of(ModeName.VIRTUAL).status(PassStatus.TIMED_OUT).row());

        JsonNode page =
                PageOf.rows(rows, PageOf.timings(rows.stream().flatMap(MadeUpTimings::rows)));

        assertThat(page.get("answer").get("mode").isNull()).isTrue();
        assertThat(page.get("answer").get("which").asString()).startsWith("There is no advice");
        assertThat(page.get("passes")).isEmpty();
        assertThat(page.get("percentiles")).isEmpty();
        assertThat(page.get("cells").findValues("warm")).allMatch(JsonNode::isNull);
        assertThat(page.get("weaves").findValues("typical"))
                .hasSize(2)
                .noneMatch(JsonNode::asBoolean);
        assertThat(texts(page.get("troubles")))
                .anyMatch(text -> text.contains("warm pass timed_out: an item is missing"));
    }

    @Test
    void aTrialThatDiedHasNoFiguresButATrouble() throws Exception {
        PassRow died = withoutMeasures(Passes.of(ModeName.THREADS).failed().row());

        JsonNode page = PageOf.rows(List.of(died, Passes.of(ModeName.ASYNC).row()));

        assertThat(page.get("cells")).hasSize(2);
        assertThat(page.get("passes")).hasSize(1);
        assertThat(texts(page.get("troubles")))
                .contains("threads, 500 files, 64 at once: warm pass failed: an item is missing");
        assertThat(page.get("answer").get("mode").asString()).isEqualTo("async");
    }

    @Test
    void aRunOfNothingButADeadTrialHasAPage() throws Exception {
        PassRow died = withoutMeasures(Passes.of(ModeName.THREADS).failed().row());

        JsonNode page = PageOf.rows(List.of(died), PageOf.timings(MadeUpTimings.rows(died)));

        assertThat(page.get("weaves").get(0).get("wall").isNull()).isTrue();
        assertThat(page.get("why")).isEmpty();
    }

    private static PassRow withoutMeasures(PassRow row) {
        return new PassRow(
                row.place(),
                row.setting(),
                row.ending(),
                Optional.empty(),
                row.contract(),
                row.software(),
                row.reference());
    }

    @Test
    void oneModeAloneIsNotCalledTheFastest() throws Exception {
        JsonNode answer = PageOf.rows(List.of(Passes.of(ModeName.VIRTUAL).row())).get("answer");

        assertThat(answer.get("mode").asString()).isEqualTo("virtual");
        assertThat(answer.get("sure").asString()).startsWith("One concurrent mode was measured");
        assertThat(answer.get("rivals")).isEmpty();
    }

    @Test
    void theSequentialModeAloneIsNoAdvice() throws Exception {
        JsonNode page = PageOf.rows(List.of(Passes.of(ModeName.SEQUENTIAL).row()));

        assertThat(page.get("answer").get("mode").isNull()).isTrue();
        assertThat(page.get("cells").get(0).get("warm").get("speedUp").get("value").asDouble())
                .isEqualTo(1);
    }

    @Test
    void coldPassesAloneHaveTheirTable() throws Exception {
        JsonNode cell =
                PageOf.rows(List.of(Passes.of(ModeName.ASYNC).phase(Phase.COLD).row()))
                        .get("cells")
                        .get(0);

        assertThat(cell.get("warm").isNull()).isTrue();
        assertThat(cell.get("cold").get("wall").get("text").asString()).isEqualTo("0.400 s");
        assertThat(cell.get("cold").get("process").get("text").asString()).isEqualTo("1.30 s");
    }

    @Test
    void whatWasNotCalibratedHasNoIdeal() throws Exception {
        JsonNode page =
                PageOf.rows(List.of(Passes.of(ModeName.ASYNC).ideal(Optional.empty()).row()));

        assertThat(page.get("cells").get(0).get("ideal").isNull()).isTrue();
        assertThat(page.get("cells").get(0).get("warm").get("efficiency").isNull()).isTrue();
        assertThat(page.get("answer").get("limit").isNull()).isTrue();
    }

    /// Logarithms of JVM 1: 0 and 2 above 100 ms; of JVM 2: 4 and 6. A JVM costs ten passes.
    @Test
    void theJvmsOfConcurrentModesDiffer() throws Exception {
        List<PassRow> rows = new ArrayList<>(twoJvms(ModeName.SEQUENTIAL, 4));
        rows.addAll(twoJvms(ModeName.ASYNC, 4));
        rows.addAll(twoJvms(ModeName.VIRTUAL, 0));

        JsonNode jvms = PageOf.rows(rows).get("jvms");

        assertThat(jvms.findValuesAsString("mode")).containsExactly("async", "virtual");
        JsonNode wall = jvms.get(0).get("wall");
        assertThat(wall.get("betweenJvms").get("text").asString()).as("√7").isEqualTo("264.6%");
        assertThat(wall.get("betweenPasses").get("text").asString()).as("√2").isEqualTo("141.4%");
        assertThat(wall.get("enough").asString()).as("√(10·2/7) is 1.69").isEqualTo("2");
        assertThat(jvms.get(1).get("wall").get("enough").asString()).isEqualTo("no limit");
        assertThat(jvms.get(0).get("cpu").get("betweenPasses").get("text").asString())
                .isEqualTo("0.0%");
        assertThat(jvms.get(0).get("jvms").asInt()).isEqualTo(2);
        assertThat(jvms.get(0).get("passes").asInt()).isEqualTo(4);
    }

    private static List<PassRow> twoJvms(ModeName mode, double apart) {
        List<PassRow> rows = new ArrayList<>();
        for (int jvm = 0; jvm < 2; jvm++) {
            Passes passes = Passes.of(mode).block(jvm + 1);
            String trial = mode + "-" + jvm;
            Instant began = NOON.plusSeconds(100L * jvm);
            rows.add(passes.trial(trial, 1).phase(Phase.COLD).startedAt(began).row());
            for (int pass = 0; pass < 2; pass++) {
                long nanos = Math.round(1e8 * Math.exp(jvm * apart + 2 * pass));
                rows.add(
                        passes.trial(trial, pass + 2)
                                .wall(Duration.ofNanos(nanos))
                                .startedAt(began.plusSeconds(20 + 2L * pass))
                                .row());
            }
        }
        return rows;
    }

    @Test
    void oneJvmShowsNoDifference() throws Exception {
        assertThat(PageOf.rows(List.of(Passes.of(ModeName.ASYNC).row())).get("jvms")).isEmpty();
    }

    @Test
    void aSweepHasACurveForEachMode() throws Exception {
        List<PassRow> rows =
                Stream.of(1, 4, 16, 64, 256)
                        .map(
                                at ->
                                        Passes.of(ModeName.ASYNC)
                                                .concurrency(at)
                                                .wall(sweepWall(at))
                                                .row())
                        .toList();

        JsonNode sweep = PageOf.rows(rows).get("sweeps").get(0);

        assertThat(sweep.get("mode").asString()).isEqualTo("async");
        assertThat(sweep.get("points")).hasSize(5);
        assertThat(sweep.get("knee").asInt()).isEqualTo(64);
    }

    /// As short as at 64, however many more there are.
    private static Duration sweepWall(int concurrency) {
        return Duration.ofMillis(25_600 / Math.min(64, concurrency));
    }

    @Test
    void oneConcurrencyIsNoSweep() throws Exception {
        assertThat(PageOf.rows(List.of(Passes.of(ModeName.ASYNC).row())).get("sweeps")).isEmpty();
    }

    @Test
    void failuresRetriesAndThrottlingAreToldByMode() throws Exception {
        FailureCounts setbacks = FailureCounts.of(12, Map.of("SlowDown", 3, "AttemptTimeout", 1));
        PassRow row = Passes.of(ModeName.ASYNC).failed().setbacks(setbacks).row();

        assertThat(texts(PageOf.rows(List.of(row)).get("troubles")))
                .containsExactly(
                        "async, 500 files, 64 at once: warm pass failed: an item is missing",
                        "async, 500 files, 64 at once: 3 of 500 uploads failed with SlowDown",
                        "async, 500 files, 64 at once: 1 of 500 uploads failed with AttemptTimeout",
                        "async, 500 files, 64 at once: 12 attempts were answered 503 or 429",
                        "async, 500 files, 64 at once: 2 retries at 500 uploads (0%)");
    }

    @Test
    void withoutParticularsTheWarningsAreThoseOfTheRows() throws Exception {
        JsonNode page =
                PageOf.rows(List.of(Passes.of(ModeName.ASYNC).verify(VerifyLevel.NONE).row()));

        assertThat(page.get("warnings").findValuesAsString("code"))
                .contains("too-few-repetitions", "unverified");
        assertThat(page.get("status").asString()).isEqualTo("unknown");
        assertThat(page.get("command").isNull()).isTrue();
    }

    @Test
    void ofManyUploadsTheAnswersSettingIsDrawnAndTheRestIsLeftOut() throws Exception {
        List<PassRow> rows = new ArrayList<>();
        for (int files : List.of(2_000, 2_500, 3_000)) {
            for (ModeName mode : ModeName.values()) {
                rows.add(Passes.of(mode).files(files).trial(mode + "-" + files, 1).row());
            }
        }
        Path timings = PageOf.timings(rows.stream().flatMap(MadeUpTimings::rows));

        JsonNode page = PageOf.rows(rows, timings);

        assertThat(page.get("weaves").findValues("setting"))
                .hasSize(4)
                .allMatch(page.get("answer").get("setting")::equals);
        assertThat(page.get("weaves").findValues("strands")).allMatch(all -> all.size() == 2_000);
        assertThat(texts(page.get("remarks")))
                .containsExactly("Single uploads are drawn of 1 of 3 settings.");
    }

    @Test
    void timingsOfOtherRunsDoNotCount() throws Exception {
        PassRow row = Passes.of(ModeName.ASYNC).files(20).row();
        PassRow other = Passes.of(ModeName.ASYNC).files(20).run("20261119-110000").row();
        Path timings = PageOf.timings(Stream.of(other, row).flatMap(MadeUpTimings::rows));

        JsonNode page = PageOf.rows(List.of(row), timings);

        assertThat(page.get("files").get(1).get("rows").asInt()).isEqualTo(20);
        assertThat(page.get("weaves").get(0).get("strands")).hasSize(20);
    }

    @Test
    void placesPassesOnTheTimeOfTheRun() throws Exception {
        List<PassRow> rows =
                IntStream.range(0, 3)
                        .mapToObj(
                                at ->
                                        Passes.of(ModeName.ASYNC)
                                                .block(at + 1)
                                                .startedAt(NOON.plusMillis(1_500L * at))
                                                .row())
                        .toList();

        assertThat(
                        PageOf.rows(rows).get("passes").findValues("atS").stream()
                                .map(JsonNode::asDouble))
                .containsExactly(0.0, 1.5, 3.0);
    }

    @Test
    void noTextEndsTheElementThatHoldsIt() throws Exception {
        String hostile = "</script><script>alert(1)</script><!-- {{style}} ]]>\u2028";
        String page =
                PageOf.html(
                        new Report.Sources(
                                List.of(Passes.of(ModeName.ASYNC).archive(hostile).row()),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.of(hostile),
                                Optional.empty(),
                                List.of(hostile)));

        assertThat(page).doesNotContain("<script>alert");
        assertThat(PageOf.data(page).get("diagnosis").asString()).isEqualTo(hostile);
        assertThat(PageOf.data(page).get("settings").get(0).get("archive").asString())
                .isEqualTo(hostile);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
    }
}
