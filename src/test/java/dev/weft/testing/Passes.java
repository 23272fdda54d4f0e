package dev.weft.testing;

import dev.weft.plan.FairnessContract;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.plan.VerifyLevel;
import dev.weft.record.FailureCounts;
import dev.weft.record.Ideal;
import dev.weft.record.Ideal.Bound;
import dev.weft.record.ItemCounts;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassMeasures.LatencyPercentiles;
import dev.weft.record.PassRow;
import dev.weft.record.PassRow.Contract;
import dev.weft.record.PassRow.Ending;
import dev.weft.record.PassRow.Place;
import dev.weft.record.PassRow.Reference;
import dev.weft.record.PassRow.Setting;
import dev.weft.record.PassRow.Software;
import dev.weft.record.PassStatus;
import dev.weft.record.ResourceUsage;
import dev.weft.record.WarmupResult.WarmupSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Rows of results that a test begins with: a warm, verified pass, and what may differ from it.
public final class Passes {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final ModeName mode;
    private Phase phase = Phase.WARM;
    private WarmupSummary warmup =
            new WarmupSummary(
                    "fixed 3000",
                    3_000,
                    Duration.ofMillis(4_250),
                    Optional.empty(),
                    Optional.empty());
    private int files = 500;
    private Optional<String> archive = Optional.empty();
    private int fileBytes = 102_400;
    private int concurrency = 64;
    private Duration wall = Duration.ofMillis(400);
    private Instant startedAt = NOON;
    private String runId = "20261120-120000";
    private Optional<String> trialId = Optional.empty();
    private Optional<String> side = Optional.empty();
    private int block = 1;
    private int pass = 2;
    private String fairness = "0123456789ab";
    private PassStatus status = PassStatus.OK;
    private VerifyLevel verify = VerifyLevel.CHECKSUM;
    private boolean verified = true;
    private Duration cpu = Duration.ofNanos(310_125_000);
    private Optional<Duration> serverCpu = Optional.of(Duration.ofMillis(130));
    private Optional<Ideal> ideal =
            Optional.of(
                    new Ideal(
                            Duration.ofMillis(220),
                            Duration.ofMillis(218),
                            Duration.ofMillis(224),
                            Bound.CPU));

    private Duration jit = Duration.ofMillis(4);
    private FailureCounts setbacks = FailureCounts.of(0, Map.of());

    private Passes(ModeName mode) {
        this.mode = mode;
    }

    private Passes with(Consumer<Passes> change) {
        Passes copy = new Passes(mode);
        copy.phase = phase;
        copy.warmup = warmup;
        copy.files = files;
        copy.archive = archive;
        copy.fileBytes = fileBytes;
        copy.concurrency = concurrency;
        copy.wall = wall;
        copy.startedAt = startedAt;
        copy.runId = runId;
        copy.trialId = trialId;
        copy.side = side;
        copy.block = block;
        copy.pass = pass;
        copy.fairness = fairness;
        copy.status = status;
        copy.verify = verify;
        copy.verified = verified;
        copy.cpu = cpu;
        copy.jit = jit;
        copy.serverCpu = serverCpu;
        copy.ideal = ideal;
        copy.setbacks = setbacks;
        change.accept(copy);
        return copy;
    }

    /// A warm pass of 500 files, 64 at once, that took 400 ms and is verified.
    public static Passes of(ModeName mode) {
        return new Passes(mode);
    }

    public Passes phase(Phase other) {
        return with(copy -> copy.phase = other);
    }

    /// Of a JVM that is steady.
    public Passes steady() {
        return with(
                copy ->
                        copy.warmup =
                                new WarmupSummary(
                                        "steady",
                                        24_000,
                                        Duration.ofMillis(14_250),
                                        Optional.of(true),
                                        Optional.empty()));
    }

    /// Of a JVM that is not steady.
    public Passes unsteady(String why) {
        return with(
                copy ->
                        copy.warmup =
                                new WarmupSummary(
                                        "steady",
                                        60_000,
                                        Duration.ofSeconds(41),
                                        Optional.of(false),
                                        Optional.of(why)));
    }

    public Passes files(int other) {
        return with(copy -> copy.files = other);
    }

    public Passes archive(String other) {
        return with(copy -> copy.archive = Optional.of(other));
    }

    public Passes fileBytes(int other) {
        return with(copy -> copy.fileBytes = other);
    }

    public Passes concurrency(int other) {
        return with(copy -> copy.concurrency = other);
    }

    public Passes wall(Duration other) {
        return with(copy -> copy.wall = other);
    }

    public Passes startedAt(Instant other) {
        return with(copy -> copy.startedAt = other);
    }

    public Passes warmup(WarmupSummary other) {
        return with(copy -> copy.warmup = other);
    }

    public Passes run(String other) {
        return with(copy -> copy.runId = other);
    }

    /// The how-manyeth pass of which trial.
    public Passes trial(String otherId, int otherPass) {
        return with(
                copy -> {
                    copy.trialId = Optional.of(otherId);
                    copy.pass = otherPass;
                });
    }

    public Passes side(String other) {
        return with(copy -> copy.side = Optional.of(other));
    }

    public Passes block(int other) {
        return with(copy -> copy.block = other);
    }

    public Passes fairness(String other) {
        return with(copy -> copy.fairness = other);
    }

    public Passes status(PassStatus other) {
        return with(copy -> copy.status = other);
    }

    public Passes cpu(Duration other) {
        return with(copy -> copy.cpu = other);
    }

    public Passes jit(Duration other) {
        return with(copy -> copy.jit = other);
    }

    public Passes serverCpu(Optional<Duration> other) {
        return with(copy -> copy.serverCpu = other);
    }

    public Passes ideal(Optional<Ideal> other) {
        return with(copy -> copy.ideal = other);
    }

    public Passes setbacks(FailureCounts other) {
        return with(copy -> copy.setbacks = other);
    }

    public Passes failed() {
        return status(PassStatus.FAILED);
    }

    /// Read back so closely, and well.
    public Passes verify(VerifyLevel other) {
        return with(copy -> copy.verify = other);
    }

    public Passes unverified() {
        return with(copy -> copy.verified = false);
    }

    /// The row.
    public PassRow row() {
        return new PassRow(
                new Place(
                        runId,
                        trialId.orElse("t%d-%s".formatted(block + 2, mode.label())),
                        side,
                        block,
                        3,
                        block,
                        pass,
                        1,
                        startedAt),
                new Setting(
                        mode,
                        "upload",
                        phase,
                        new ItemsSummary(
                                archive.orElse(files + "x100KiB.zip"),
                                files,
                                (long) files * fileBytes,
                                OptionalLong.of(fileBytes),
                                "random",
                                OptionalLong.of(1)),
                        mode == ModeName.SEQUENTIAL ? 1 : concurrency,
                        warmup,
                        Optional.of(Duration.ofMillis(20)),
                        Optional.empty()),
                new Ending(
                        status,
                        verify,
                        verified && verify != VerifyLevel.NONE,
                        status == PassStatus.OK
                                ? Optional.empty()
                                : Optional.of("an item is missing")),
                Optional.of(measures()),
                new Contract(
                        "embedded",
                        mode == ModeName.ASYNC ? "netty" : "apache5",
                        FairnessContract.standard(concurrency),
                        fairness),
                new Software("25.0.1+8", "2.54.13", "0.1.0", Optional.empty()),
                new Reference(OptionalInt.of(2), serverCpu, ideal));
    }

    private PassMeasures measures() {
        return new PassMeasures(
                wall,
                Duration.ofMillis(35),
                Optional.of(wall.minusMillis(1)),
                phase == Phase.COLD ? Optional.of(wall.plusMillis(900)) : Optional.empty(),
                Optional.of(new LatencyPercentiles(21_500_000, 24_250_000, 31_000_000, 44_125_000)),
                (long) files * fileBytes,
                2,
                setbacks,
                Optional.of(Duration.ofNanos(1_750_000)),
                OptionalInt.of(mode == ModeName.VIRTUAL ? 64 : 0),
                new ResourceUsage(
                        Optional.of(cpu),
                        Optional.of(new ResourceUsage.Switches(2_340, 56)),
                        OptionalLong.of(256L << 20),
                        81,
                        Optional.of(
                                new ResourceUsage.Collections(
                                        3, Duration.ofMillis(7), OptionalLong.of(48L << 20))),
                        Optional.of(jit),
                        OptionalLong.of(64L << 20)),
                new ItemCounts(files, 0, 0));
    }

    /// A reference without any value.
    public static Reference unknownReference() {
        return new Reference(OptionalInt.empty(), Optional.empty(), Optional.empty());
    }
}
