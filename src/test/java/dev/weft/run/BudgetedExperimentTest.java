package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.ModeName;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.TrialSpec;
import dev.weft.plan.VerifyLevel;
import dev.weft.probe.ServerCpuClock;
import dev.weft.record.PassResult;
import dev.weft.record.PassRow;
import dev.weft.testing.Diary;
import dev.weft.testing.FakeBucket;
import dev.weft.testing.FakeTicker;
import dev.weft.testing.PassResults;
import dev.weft.testing.Passes;
import dev.weft.testing.ScriptedTrials;
import dev.weft.testing.Specs;
import dev.weft.verify.ArchiveManifest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Four blocks of two trials, each of one pass that takes 5 s.
class BudgetedExperimentTest {
    private static final Path ZIP = Path.of("/a.zip");

    private final FakeTicker ticker = new FakeTicker(Duration.ZERO);
    private final Diary diary = new Diary();
    private final ScriptedTrials trials = new ScriptedTrials((_, _) -> pass(), diary::note);

    @Test
    void endsBeforeTheBlockThatWouldEndTooLate() throws Exception {
        int begun = run(new TimeBudget(Duration.ofSeconds(25), ticker));

        assertThat(begun).isEqualTo(2);
        assertThat(opened()).containsExactly("open b1-1", "open b1-2", "open b2-1", "open b2-2");
        assertThat(diary.rows()).hasSize(4);
        assertThat(experiment.stopped()).as("to run out of time is no fault").isEmpty();
    }

    @Test
    void endsWithinNoBlockHoweverLongItTakes() throws Exception {
        assertThat(run(new TimeBudget(Duration.ofNanos(1), ticker))).isEqualTo(1);
        assertThat(opened()).containsExactly("open b1-1", "open b1-2");
    }

    @Test
    void makesEveryBlockThatThereIsTimeFor() throws Exception {
        assertThat(run(new TimeBudget(Duration.ofSeconds(40), ticker))).isEqualTo(4);
        assertThat(diary.rows()).hasSize(8);
    }

    private final Experiment experiment =
            new Experiment(
                    new Experiment.Site(trials, new FakeBucket(), ServerCpuClock.unknown()),
                    Map.of(ZIP, new ArchiveManifest(ZIP, Specs.items(), List.of())),
                    _ -> {},
                    new PassRowFactory(
                            "upload",
                            1,
                            _ -> new PassRow.Software("25", "2", "0", Optional.empty()),
                            _ -> Specs.items(),
                            VerifyLevel.CHECKSUM,
                            (_, _, _, _) -> Passes.unknownReference(),
                            () -> Instant.parse("2026-11-20T13:00:00Z")),
                    false,
                    diary);

    private int run(TimeBudget budget) throws Exception {
        List<PlannedTrial> planned = new ArrayList<>();
        for (int block = 1; block <= 4; block++) {
            for (int order = 1; order <= 2; order++) {
                TrialSpec any = Specs.trial(ModeName.VIRTUAL, 2, Specs.nowhere());
                TrialSpec spec =
                        new TrialSpec(
                                any.runId(),
                                "b%d-%d".formatted(block, order),
                                any.side(),
                                any.mode(),
                                any.concurrency(),
                                any.contract(),
                                any.target(),
                                any.timings());
                planned.add(new PlannedTrial(spec, block, order, block, List.of(Specs.cold(ZIP))));
            }
        }
        return experiment.run(planned, budget);
    }

    private PassResult pass() {
        ticker.advance(Duration.ofSeconds(5));
        return PassResults.stored(0);
    }

    private List<String> opened() {
        return diary.entries().stream().filter(entry -> entry.startsWith("open")).toList();
    }
}
