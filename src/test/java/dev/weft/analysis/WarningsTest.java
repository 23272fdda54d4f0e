package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.plan.VerifyLevel;
import dev.weft.record.FailureCounts;
import dev.weft.record.PassRow;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarningsTest {
    private static final BenchmarkCase SETTING = new BenchmarkCase("500x100KiB.zip", 500, 64);

    private final List<PassRow> rows = new ArrayList<>();

    @Test
    void twoJvmsOfEachModeAreEnoughToBeginWith() {
        rows.add(Passes.of(ModeName.ASYNC).block(1).row());
        assertThat(said())
                .containsExactly(
                        "1 JVM of each mode cannot show how much JVMs differ; measure with --repetitions=3 or more, or with --verdict");

        rows.add(Passes.of(ModeName.ASYNC).block(2).row());
        assertThat(said()).isEmpty();
    }

    /// Three times m/f, m and m·f have an interval of m·exp(±4.3027·ln(f)/√3), which is m·1.1 for
    /// ln(f) = 0.03837.
    @Test
    void anIntervalIsWideAboveATenth() {
        spread(Math.exp(0.0383));
        assertThat(said()).isEmpty();

        rows.clear();
        spread(Math.exp(0.0385));
        assertThat(said())
                .containsExactly(
                        "the wall time of async with 500 files, 64 at once may be off by 10%; measure with more --repetitions (there were 3), and on a quieter machine");
    }

    @Test
    void passesOfAJvmDriftAboveATwentieth() {
        drifting(1.04);
        assertThat(said()).isEmpty();

        rows.clear();
        drifting(1.06);
        assertThat(said())
                .containsExactly(
                        "warm passes of async with 500 files, 64 at once became 6% slower from the first to the last of a JVM; look for what fills up or heats up, or take fewer --passes");

        rows.clear();
        drifting(0.9);
        assertThat(said())
                .containsExactly(
                        "warm passes of async with 500 files, 64 at once became 10% faster from the first to the last of a JVM; warm up until the JVM is steady (--warmup=steady), or longer, such as with --warmup=40000");
    }

    @Test
    void noiseIsNoDrift() {
        for (int block = 1; block <= 4; block++) {
            pair(block, block % 2 == 0 ? 1.3 : 0.8);
        }
        assertThat(said()).noneMatch(sentence -> sentence.contains("from the first to the last"));
    }

    /// In 400 ms two cores have 800 ms.
    @Test
    void theServerIsTheLimitWhereTheCoresAreBusyAndMostlyWithIt() {
        busy(400, 279);
        assertThat(said()).as("84.9%").isEmpty();

        rows.clear();
        busy(340, 341);
        assertThat(said()).as("the client took more").isEmpty();

        rows.clear();
        busy(400, 281);
        assertThat(said())
                .containsExactly(
                        "with 500 files, 64 at once, the embedded server took 50% of the cores and async 35%: the server was the limit, not the client; measure against a server on another machine (weft serve there, --endpoint here)");
    }

    @Test
    void aPassNeedsFourFilesForEachUploadOpenAtOnce() {
        twice(Passes.of(ModeName.ASYNC).files(256));
        assertThat(said()).isEmpty();

        rows.clear();
        twice(Passes.of(ModeName.ASYNC).files(255));
        assertThat(said())
                .containsExactly(
                        "255 files are few for 64 at once: much of a pass is its start and its end; take 1,280 files or more to judge a concurrency of 64 (--files=20xC)");
    }

    @Test
    void aSweepNeedsTwenty() {
        twice(Passes.of(ModeName.ASYNC).concurrency(25));
        twice(Passes.of(ModeName.ASYNC).concurrency(26));

        assertThat(said())
                .singleElement()
                .asString()
                .startsWith("500 files are few for 26 at once: ");
    }

    @Test
    void theSequentialModeAloneHasNeverTooFewFilesNorRepetitions() {
        rows.add(Passes.of(ModeName.SEQUENTIAL).files(3).row());

        assertThat(said()).isEmpty();
    }

    /// The ideal is 220 ms.
    @Test
    void nothingIsMuchFasterThanTheIdeal() {
        twice(Passes.of(ModeName.ASYNC).wall(Duration.ofMillis(210)));
        assertThat(said()).as("104.8%").isEmpty();

        rows.clear();
        twice(Passes.of(ModeName.ASYNC).wall(Duration.ofMillis(209)));
        assertThat(said())
                .containsExactly(
                        "async with 500 files, 64 at once reached 105% of the ideal: the server was slower during the calibration; trust no efficiency of this run, and measure again");
    }

    @Test
    void throttlingIsToldOverAllPassesHoweverTheyEnded() {
        twice(Passes.of(ModeName.ASYNC));
        assertThat(said()).isEmpty();

        rows.add(Passes.of(ModeName.ASYNC).setbacks(FailureCounts.of(1_200, Map.of())).row());
        rows.add(Passes.of(ModeName.ASYNC).failed().setbacks(FailureCounts.of(4, Map.of())).row());
        assertThat(said())
                .contains(
                        "async with 500 files, 64 at once was throttled: 1,204 attempts at 2,000 uploads were answered 503 or 429; its times are those of waiting; lower --concurrency");
    }

    @Test
    void passesThatNobodyVerifiedAreNamed() {
        twice(Passes.of(ModeName.ASYNC).verify(VerifyLevel.LIST));
        assertThat(said()).isEmpty();

        twice(Passes.of(ModeName.VIRTUAL).verify(VerifyLevel.NONE));
        assertThat(said())
                .containsExactly(
                        "2 passes were not verified: that the bucket held the uploads rests on the server's answers alone; leave out --verify=none to trust and to draw them");
    }

    @Test
    void everyWarningIsKnownByItsCode() {
        List<ResultWarning> all =
                List.of(
                        new ResultWarning.TooFewRepetitions(1),
                        new ResultWarning.WideInterval(SETTING, ModeName.ASYNC, 0.2, 3),
                        new ResultWarning.Drift(SETTING, ModeName.ASYNC, 0.1),
                        new ResultWarning.Unsteady(
                                SETTING, ModeName.ASYNC, new Steadiness(4, List.of("it compiled"))),
                        new ResultWarning.ServerSaturated(SETTING, ModeName.ASYNC, 0.5, 0.4),
                        new ResultWarning.FewFiles(SETTING),
                        new ResultWarning.BetterThanIdeal(SETTING, ModeName.ASYNC, 1.1),
                        new ResultWarning.Throttled(SETTING, ModeName.ASYNC, 1, 1),
                        new ResultWarning.Unverified(2));

        assertThat(all)
                .extracting(ResultWarning::code)
                .containsExactlyInAnyOrderElementsOf(ResultWarning.CODES);
        assertThat(Arrays.stream(ResultWarning.class.getPermittedSubclasses()))
                .as("none is left out here")
                .hasSize(all.size());
    }

    private void spread(double factor) {
        double middle = 400e6;
        int block = 1;
        for (double wall : new double[] {middle / factor, middle, middle * factor}) {
            rows.add(
                    Passes.of(ModeName.ASYNC)
                            .block(block++)
                            .wall(Duration.ofNanos(Math.round(wall)))
                            .row());
        }
    }

    private void drifting(double ratio) {
        for (int block = 1; block <= 3; block++) {
            pair(block, ratio);
        }
    }

    private void pair(int block, double ratio) {
        String trial = "t" + block;
        Passes first = Passes.of(ModeName.ASYNC).block(block).trial(trial, 2);
        rows.add(first.row());
        rows.add(first.trial(trial, 3).wall(Duration.ofNanos(Math.round(400e6 * ratio))).row());
    }

    private void busy(long serverMillis, long clientMillis) {
        twice(
                Passes.of(ModeName.ASYNC)
                        .serverCpu(Optional.of(Duration.ofMillis(serverMillis)))
                        .cpu(Duration.ofMillis(clientMillis)));
    }

    private void twice(Passes pass) {
        rows.add(pass.block(1).row());
        rows.add(pass.block(2).row());
    }

    private List<String> said() {
        return new Warnings(Analysis.of(rows))
                .all().stream()
                        .map(warning -> warning.sentence() + "; " + warning.remedy())
                        .toList();
    }
}
