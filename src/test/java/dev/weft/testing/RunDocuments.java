package dev.weft.testing;

import dev.weft.machine.ContainerLimits;
import dev.weft.machine.Environment;
import dev.weft.machine.Jvm;
import dev.weft.machine.Libraries;
import dev.weft.machine.MachineActivity;
import dev.weft.machine.OperatingSystem;
import dev.weft.machine.PowerState;
import dev.weft.machine.Processor;
import dev.weft.machine.WeftVersion;
import dev.weft.plan.BucketProperties;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.VerifyLevel;
import dev.weft.runjson.Calibration;
import dev.weft.runjson.FairnessTerms;
import dev.weft.runjson.RecordedWarning;
import dev.weft.runjson.RunDesign;
import dev.weft.runjson.RunDocument;
import dev.weft.runjson.RunTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Particulars of runs that never were.
public final class RunDocuments {
    private RunDocuments() {}

    /// A running run with all fields.
    public static RunDocument full() {
        return begun(
                new Environment(
                        new Processor(Optional.of("Xeon \"Platinum\" ü"), OptionalInt.of(2), 4, 3),
                        OptionalLong.of(1L << 40),
                        new ContainerLimits(OptionalDouble.of(1.5), OptionalLong.of(1L << 30)),
                        new OperatingSystem(
                                "Debian GNU/Linux",
                                "12 (bookworm)",
                                Optional.of("6.18.44"),
                                "amd64"),
                        new Jvm("Eclipse Adoptium", "25.0.3+9", "OpenJDK VM", List.of("-Xmx1g")),
                        new Libraries(
                                Optional.of("2.54.13"),
                                Optional.of("4.1"),
                                Optional.of("5.6"),
                                Optional.of("4.1.0")),
                        new WeftVersion("0.1.0", "57144bc", Optional.of(true)),
                        new PowerState(
                                Optional.of("performance"), Optional.of(false), Optional.of(false)),
                        new MachineActivity(OptionalDouble.of(0.25), OptionalDouble.of(0.015))));
    }

    /// A running run with the fewest fields.
    public static RunDocument sparse() {
        return begun(
                new Environment(
                        new Processor(Optional.empty(), OptionalInt.empty(), 1, 1),
                        OptionalLong.empty(),
                        ContainerLimits.NONE,
                        new OperatingSystem("Linux", "", Optional.empty(), "aarch64"),
                        new Jvm("", "", "", List.of()),
                        new Libraries(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new WeftVersion("0.1.0", WeftVersion.UNKNOWN, Optional.empty()),
                        new PowerState(Optional.empty(), Optional.empty(), Optional.empty()),
                        new MachineActivity(OptionalDouble.empty(), OptionalDouble.empty())));
    }

    /// A run that was calibrated.
    public static RunDocument calibrated() {
        return full().calibrated(
                        new Calibration(
                                List.of(
                                        new Calibration.OfArchive(
                                                Path.of("/zips/500x100KiB.zip"),
                                                List.of(21_000_001L, 20_500_000L),
                                                Duration.ofNanos(1_234_567))),
                                Optional.of(new Calibration.Bandwidth(1L << 33, 8)),
                                402,
                                1L << 34));
    }

    private static RunDocument begun(Environment environment) {
        return RunDocument.started(
                "20261120T120000Z-abcd",
                Instant.parse("2026-11-20T12:00:00.123456789Z"),
                List.of("run", "--mode=async", "--files=20"),
                environment,
                RunTarget.of(
                        Specs.nowhere(),
                        new BucketProperties(
                                Optional.of(BucketProperties.Versioning.ON),
                                Optional.of(BucketProperties.Encryption.KMS_DSSE),
                                Optional.of(false),
                                Optional.empty(),
                                Optional.of(
                                        new BucketProperties.Retention(
                                                BucketProperties.Retention.Mode.GOVERNANCE, 7)))),
                List.of(FairnessTerms.of(FairnessContract.standard(64), List.of("76897b4dd39e"))),
                new RunDesign(
                        "upload",
                        List.of(ModeName.ASYNC, ModeName.VIRTUAL),
                        List.of(
                                new RunDesign.Load(1, List.of("500x100KiB.zip")),
                                new RunDesign.Load(64, List.of("500x100KiB.zip", "own.zip"))),
                        List.of(
                                Specs.items(),
                                new ItemsSummary(
                                        "own.zip",
                                        3,
                                        1L << 33,
                                        OptionalLong.empty(),
                                        ItemsSummary.OWN,
                                        OptionalLong.empty())),
                        3,
                        2,
                        Optional.of("steady"),
                        60_000,
                        OptionalLong.of(60_000),
                        false,
                        Long.MIN_VALUE,
                        1,
                        VerifyLevel.CONTENT,
                        List.of("-Xmx512m")),
                List.of(new RecordedWarning("on-battery", "it runs on its battery", "plug it in")));
    }
}
