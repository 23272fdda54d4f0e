package dev.weft.testing;

import dev.weft.plan.FairnessContract;
import dev.weft.plan.Items;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.Counts;
import dev.weft.record.Latencies;
import dev.weft.record.PassRow;
import dev.weft.record.PassRow.Contract;
import dev.weft.record.PassRow.Ending;
import dev.weft.record.PassRow.Measures;
import dev.weft.record.PassRow.Place;
import dev.weft.record.PassRow.Setting;
import dev.weft.record.PassRow.Software;
import dev.weft.record.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Rows of results that a test begins with: a warm, verified pass, and what may differ from it.
public record Passes(
        ModeName mode,
        Phase phase,
        int files,
        Optional<String> ownArchive,
        Duration wall,
        Instant startedAt,
        String runId,
        String fairness,
        Status status,
        boolean verified) {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final int FILE_BYTES = 102_400;

    /// A warm pass of 500 files that took 400 ms and is verified.
    public static Passes of(ModeName mode) {
        return new Passes(
                mode,
                Phase.WARM,
                500,
                Optional.empty(),
                Duration.ofMillis(400),
                NOON,
                "20261120-120000",
                "0123456789ab",
                Status.OK,
                true);
    }

    public Passes phase(Phase other) {
        return new Passes(
                mode, other, files, ownArchive, wall, startedAt, runId, fairness, status, verified);
    }

    public Passes files(int other) {
        return new Passes(
                mode, phase, other, ownArchive, wall, startedAt, runId, fairness, status, verified);
    }

    public Passes archive(String other) {
        return new Passes(
                mode,
                phase,
                files,
                Optional.of(other),
                wall,
                startedAt,
                runId,
                fairness,
                status,
                verified);
    }

    public Passes wall(Duration other) {
        return new Passes(
                mode,
                phase,
                files,
                ownArchive,
                other,
                startedAt,
                runId,
                fairness,
                status,
                verified);
    }

    public Passes startedAt(Instant other) {
        return new Passes(
                mode, phase, files, ownArchive, wall, other, runId, fairness, status, verified);
    }

    public Passes run(String other) {
        return new Passes(
                mode, phase, files, ownArchive, wall, startedAt, other, fairness, status, verified);
    }

    public Passes fairness(String other) {
        return new Passes(
                mode, phase, files, ownArchive, wall, startedAt, runId, other, status, verified);
    }

    public Passes failed() {
        return new Passes(
                mode,
                phase,
                files,
                ownArchive,
                wall,
                startedAt,
                runId,
                fairness,
                Status.FAILED,
                verified);
    }

    public Passes unverified() {
        return new Passes(
                mode, phase, files, ownArchive, wall, startedAt, runId, fairness, status, false);
    }

    /// The row.
    public PassRow row() {
        return new PassRow(
                new Place(runId, "t3-" + mode.label(), 1, 3, 1, 2, 1, startedAt),
                new Setting(
                        mode,
                        "upload",
                        phase,
                        new Items(
                                ownArchive.orElse(files + "x100KiB.zip"),
                                files,
                                (long) files * FILE_BYTES,
                                OptionalLong.of(FILE_BYTES),
                                "random",
                                OptionalLong.of(1)),
                        64,
                        3_000,
                        Optional.of(Duration.ofMillis(20))),
                new Ending(
                        status,
                        verified,
                        status == Status.OK ? Optional.empty() : Optional.of("an item is missing")),
                Optional.of(measures()),
                new Contract(
                        "embedded",
                        mode == ModeName.ASYNC ? "netty" : "apache5",
                        FairnessContract.standard(64),
                        fairness),
                new Software("25.0.1+8", "2.54.13", "0.1.0", Optional.empty()));
    }

    private Measures measures() {
        return new Measures(
                wall,
                Duration.ofMillis(35),
                Optional.of(wall.minusMillis(1)),
                phase == Phase.COLD ? Optional.of(wall.plusMillis(900)) : Optional.empty(),
                Optional.of(new Latencies(21_500_000, 24_250_000, 31_000_000, 44_125_000)),
                (long) files * FILE_BYTES,
                Optional.of(Duration.ofMillis(310)),
                OptionalLong.of(256L << 20),
                81,
                2,
                new Counts(files, 0, 0));
    }
}
