package dev.weft.record;

import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.plan.VerifyLevel;
import dev.weft.plan.WarmupPolicy;
import dev.weft.record.PassRow.Contract;
import dev.weft.record.PassRow.Ending;
import dev.weft.record.PassRow.Place;
import dev.weft.record.PassRow.Setting;
import dev.weft.record.WarmupResult.WarmupSummary;
import dev.weft.testing.Passes;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Rows that have less than others, or something unusual.
final class OddRows {
    private static final PassRow USUAL = Passes.of(ModeName.SEQUENTIAL).failed().row();

    private OddRows() {}

    /// Of a trial that died.
    static PassRow dead() {
        return with(
                new Ending(
                        PassStatus.FAILED,
                        VerifyLevel.CHECKSUM,
                        false,
                        Optional.of("the JVM died")),
                Optional.empty());
    }

    /// A row of which everything is unknown that can be.
    static PassRow bare() {
        ItemsSummary own =
                new ItemsSummary(
                        "own, \"odd\".zip",
                        3,
                        1_000,
                        OptionalLong.empty(),
                        ItemsSummary.OWN,
                        OptionalLong.empty());
        Setting setting =
                new Setting(
                        ModeName.VIRTUAL,
                        "upload",
                        Phase.WARM,
                        own,
                        1,
                        WarmupSummary.before(new WarmupPolicy.Fixed(0)),
                        Optional.empty(),
                        Optional.empty());
        Contract usual = USUAL.contract();
        PassMeasures nothing =
                new PassMeasures(
                        Duration.ZERO,
                        Duration.ZERO,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        0,
                        new FailureCounts(
                                OptionalInt.empty(),
                                FailureCounts.parse("AccessDenied:1 an:odd,\"code\":1")),
                        Optional.empty(),
                        OptionalInt.empty(),
                        new ResourceUsage(
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty()),
                        new ItemCounts(0, 1, 2));
        return new PassRow(
                USUAL.place(),
                setting,
                new Ending(
                        PassStatus.INTERRUPTED,
                        VerifyLevel.NONE,
                        false,
                        Optional.of("somebody pressed Ctrl-C")),
                Optional.of(nothing),
                new Contract("https://s3.example:9000", "apache5", usual.terms(), usual.fairness()),
                new PassRow.Software("25", "2", "0", Optional.of("-Xmx1g -Dodd=a,b")),
                Passes.unknownReference());
    }

    /// A row that failed for a reason.
    static PassRow failing(String reason) {
        return with(
                new Ending(PassStatus.TIMED_OUT, VerifyLevel.LIST, true, Optional.of(reason)),
                USUAL.measures());
    }

    /// A row of a run.
    static PassRow ofRun(String runId, int order) {
        Place place = USUAL.place();
        return new PassRow(
                new Place(runId, "t", Optional.of("after"), 1, order, 1, 1, 1, place.startedAt()),
                USUAL.setting(),
                USUAL.ending(),
                USUAL.measures(),
                USUAL.contract(),
                USUAL.software(),
                USUAL.reference());
    }

    private static PassRow with(Ending ending, Optional<PassMeasures> measures) {
        return new PassRow(
                USUAL.place(),
                USUAL.setting(),
                ending,
                measures,
                USUAL.contract(),
                USUAL.software(),
                USUAL.reference());
    }
}
