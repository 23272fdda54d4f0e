package dev.weft.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.record.Ideal;
import dev.weft.record.Ideal.Bound;
import dev.weft.stats.Verdict;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The words of advice that is given: 500 files, 64 at once, in 400 ms of which the ideal is 220.
class AdviceTextTest {
    private static final String CLIENT =
            "async runs on another HTTP client than %s (async on Netty, the rest on Apache 5), so what differs between them may be the client's doing; only threads against virtual shows the form of concurrency alone.";

    private ModeSummary best = summary(Passes.of(ModeName.ASYNC));
    private boolean sweep;
    private boolean largerTried;

    @Test
    void saysWhatToUseWhyAndWhatItCosts() {
        assertThat(sentences(List.of(), Optional.empty()))
                .containsExactly(
                        "The cores are the limit here, so the form of concurrency cannot show. It can with --concurrency=27 or less at this latency, or with --latency=47ms or more at 64 at once. Use async with 64 at once: 1,250 uploads a second, 0.400 s for 500 files.",
                        "That is 55% of the ideal of 0.220 s, which is as soon as the CPU allows (the cores were 55% busy), however many at once.",
                        "An upload costs the client 0.620 ms of CPU and 4.79 context switches; the server 0.260 ms of CPU; the client's JVM held 256 MiB at most.");
    }

    @Test
    void whatIsFarFromTheIdealIsNotHeldByWhatHoldsTheIdeal() {
        assertThat(limit(Duration.ofSeconds(1)))
                .isEqualTo(
                        "That is 22% of the ideal of 0.220 s, which is as soon as the CPU allows; most of the time went elsewhere (the cores were 22% busy): a quieter machine or --diagnose may show where.");
    }

    @Test
    void whatIsFasterThanTheIdealHasNoLimitThatIsKnown() {
        assertThat(limit(Duration.ofMillis(200)))
                .isEqualTo(
                        "That is faster than the ideal of 0.220 s, because the server was slower during the calibration: this run cannot tell what limits it.");
    }

    @Test
    void theCoresAreSaidToBeTheLimitOnlyWhereTheyHoldTheMode() {
        assertThat(answer(Bound.CPU)).contains("--concurrency=27", "--latency=47ms", "Use async");
        assertThat(answer(Bound.LATENCY)).startsWith("Use async");
        best = summary(Passes.of(ModeName.ASYNC).wall(Duration.ofSeconds(1)));
        assertThat(sentences(List.of(), Optional.empty()).getFirst()).startsWith("Use async");
        best = summary(Passes.of(ModeName.ASYNC).wall(Duration.ofMillis(200)));
        assertThat(sentences(List.of(), Optional.empty()).getFirst()).startsWith("Use async");
    }

    @Test
    void saysHowSureTheGainAgainstThePresentChoiceIs() {
        assertThat(gain(ModeName.THREADS, Evidences.firstFaster()))
                .endsWith(", 1.25x as fast as threads (1.18 to 1.33).");
        assertThat(gain(ModeName.THREADS, Evidences.equal()))
                .endsWith(", 1.00x as fast as threads (equal within 5%).");
        assertThat(gain(ModeName.THREADS, Evidences.unclear()))
                .endsWith(", 1.05x as fast as threads (but that may be noise).");
        assertThat(gain(ModeName.SEQUENTIAL, new Verdict.TooFewBlocks(1)))
                .endsWith(", 1.00x as fast as sequential (but that may be noise).");
    }

    @Test
    void aCheaperModeThatIsABitSlowerIsNotSaidToBeFaster() {
        assertThat(gain(ModeName.THREADS, new Verdict.Different(Evidences.of(1.02, 1.01, 1.03))))
                .endsWith(", 0.980x as fast as threads (0.971 to 0.990).");
    }

    @Test
    void saysOfEachRivalHowItStands() {
        assertThat(standing(Evidences.firstFaster()))
                .isEqualTo("virtual is slower: it takes 1.25x the time (1.18 to 1.33; 8 blocks).");
        assertThat(standing(Evidences.barelyFaster()))
                .isEqualTo("virtual is as good: it takes 1.02x the time (1.01 to 1.03; 8 blocks).");
        assertThat(standing(Evidences.equal()))
                .isEqualTo(
                        "virtual is as good: equal within 5% (0.971 to 1.03 times as long; 8 blocks).");
        assertThat(standing(Evidences.unclear()))
                .isEqualTo(
                        "virtual may be as good: this run could not tell (0.909 to 1.25 times as long; 8 blocks could have shown a difference of 12%).");
        assertThat(standing(new Verdict.TooFewBlocks(1)))
                .isEqualTo("virtual may be as good: one block tells nothing (--verdict makes 8).");
        assertThat(standing(new Verdict.TooFewBlocks(0)))
                .isEqualTo(
                        "virtual may be as good: no block has a time of both (--verdict makes 8).");
    }

    @Test
    void aFasterRivalCostsMoreOnlyWhereItDoes() {
        assertThat(standing(Evidences.secondFaster()))
                .isEqualTo(
                        "virtual is faster: it takes 0.800x the time (0.769 to 0.833; 8 blocks).");
        best = summary(Passes.of(ModeName.ASYNC).cpu(Duration.ofMillis(100)));
        assertThat(standing(Evidences.secondFaster()))
                .startsWith("virtual is faster, but costs more CPU: ");
    }

    @Test
    void creditsNothingToTheFormThatMayBeTheClients() {
        assertThat(
                        sentences(
                                List.of(rival(ModeName.THREADS), rival(ModeName.VIRTUAL)),
                                Optional.of(rival(ModeName.SEQUENTIAL))))
                .endsWith(CLIENT.formatted("sequential, threads and virtual"));
        assertThat(sentences(List.of(), Optional.of(rival(ModeName.SEQUENTIAL))))
                .as("also where the present choice is the only other one")
                .endsWith(CLIENT.formatted("sequential"));
        best = summary(Passes.of(ModeName.VIRTUAL));
        assertThat(String.join(" ", sentences(List.of(rival(ModeName.THREADS)), Optional.empty())))
                .as("both on Apache 5")
                .doesNotContain("HTTP client");
        assertThat(String.join(" ", sentences(List.of(rival(ModeName.ASYNC)), Optional.empty())))
                .contains("virtual runs on another HTTP client than async (async on Netty,");
    }

    @Test
    void saysWhatMoreAtOnceWouldBringByWhatBounds() {
        assertThat(reason(Bound.LATENCY))
                .endsWith(
                        "as soon as the latency of the server allows with 64 at once; with more it might be sooner.");
        assertThat(reason(Bound.BANDWIDTH))
                .endsWith("as soon as the bandwidth allows, however many at once.");
        assertThat(reason(Bound.UNZIP))
                .endsWith("as soon as the unzip stage allows, however many at once.");
        assertThat(reason(Bound.RATE))
                .endsWith("as soon as the server's rate limit allows, however many at once.");
    }

    @Test
    void aSweepKnowsWhatMoreAtOnceBrought() {
        largerTried = true;
        assertThat(reason(Bound.LATENCY))
                .endsWith("allows with 64 at once; more at once gained less than 5%.");
        assertThat(reason(Bound.CPU))
                .endsWith(
                        "the CPU allows (the cores were 55% busy); more at once gained less than 5%.");
    }

    @Test
    void inASweepEveryOtherModeIsNamedWithItsConcurrency() {
        sweep = true;
        assertThat(standing(Evidences.firstFaster()))
                .startsWith("virtual with 64 at once is slower");
        assertThat(gain(ModeName.SEQUENTIAL, Evidences.firstFaster()))
                .contains("as fast as sequential (");
    }

    @Test
    void withoutAnIdealItSaysNothingOfOne() {
        best = summary(Passes.of(ModeName.ASYNC).ideal(Optional.empty()));

        assertThat(sentences(List.of(), Optional.empty()))
                .hasSize(2)
                .noneMatch(sentence -> sentence.contains("ideal"));
    }

    private String gain(ModeName present, Verdict verdict) {
        return sentences(
                        List.of(),
                        Optional.of(new Advice.Rival(summary(Passes.of(present)), verdict)))
                .getFirst();
    }

    private String standing(Verdict verdict) {
        return sentences(
                        List.of(new Advice.Rival(summary(Passes.of(ModeName.VIRTUAL)), verdict)),
                        Optional.empty())
                .get(1);
    }

    private String reason(Bound bound) {
        return bound(bound).get(1);
    }

    private String answer(Bound bound) {
        return bound(bound).getFirst();
    }

    private List<String> bound(Bound bound) {
        Duration wall = Duration.ofMillis(220);
        best =
                summary(
                        Passes.of(ModeName.ASYNC)
                                .ideal(Optional.of(new Ideal(wall, wall, wall, bound))));
        return sentences(List.of(), Optional.empty());
    }

    private String limit(Duration wall) {
        best = summary(Passes.of(ModeName.ASYNC).wall(wall));
        return sentences(List.of(), Optional.empty()).get(1);
    }

    private static Advice.Rival rival(ModeName mode) {
        return new Advice.Rival(summary(Passes.of(mode)), Evidences.firstFaster());
    }

    private List<String> sentences(List<Advice.Rival> rivals, Optional<Advice.Rival> present) {
        return new AdviceText(new Advice(best, rivals, present, sweep, largerTried)).sentences();
    }

    private static ModeSummary summary(Passes pass) {
        return Analysis.of(List.of(pass.row())).summaries().getFirst();
    }
}
