package dev.weft.testing;

import dev.weft.plan.Credentials;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.Target;
import dev.weft.plan.TrialSpec;
import dev.weft.plan.UnzipLimits;
import dev.weft.plan.WarmupPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// What tests ask trials for.
public final class Specs {
    private Specs() {}

    /// A target without a server.
    public static Target nowhere() {
        return new Target(
                Target.Kind.EMBEDDED,
                Optional.of(URI.create("http://127.0.0.1:9")),
                "us-east-1",
                "weft-test",
                true,
                new Credentials.Static("AKIDEXAMPLE", "TheSecretKey", Optional.of("TheToken")),
                Optional.of(FaultPlan.of(Duration.ofMillis(20))));
    }

    /// Summary of 500 generated files of 100 KiB.
    public static ItemsSummary items() {
        return items("500x100KiB.zip");
    }

    /// The same by another name.
    public static ItemsSummary items(String archive) {
        return new ItemsSummary(
                archive, 500, 51_200_000, OptionalLong.of(102_400), "random", OptionalLong.of(1));
    }

    /// A trial under the standard contract.
    public static TrialSpec trial(ModeName mode, int concurrency, Target target) {
        return trial(mode, concurrency, FairnessContract.standard(concurrency), target);
    }

    /// A trial under the standard contract, with a file for its timings.
    public static TrialSpec trial(ModeName mode, int concurrency, Target target, Path timings) {
        return new TrialSpec(
                "run",
                "trial",
                Optional.empty(),
                mode,
                concurrency,
                FairnessContract.standard(concurrency),
                target,
                timings);
    }

    /// A trial under a contract.
    public static TrialSpec trial(
            ModeName mode, int concurrency, FairnessContract contract, Target target) {
        return new TrialSpec(
                "run",
                "trial",
                Optional.empty(),
                mode,
                concurrency,
                contract,
                target,
                Path.of("/timings.csv"));
    }

    /// A cold pass, the first of its trial.
    public static PassSpec cold(Path archive) {
        return new PassSpec(
                1,
                Phase.COLD,
                archive,
                UnzipLimits.STANDARD,
                "weft/run/trial/1/",
                Optional.empty());
    }

    /// A warm-up of so many uploads.
    public static PassSpec warmup(Path archive, int uploads) {
        return new PassSpec(
                0,
                Phase.WARMUP,
                archive,
                UnzipLimits.STANDARD,
                "weft/run/trial/warmup/",
                Optional.of(new WarmupPolicy.Fixed(uploads, Optional.of(Duration.ofMinutes(1)))));
    }

    /// A warm pass.
    public static PassSpec warm(int number, Path archive) {
        return new PassSpec(
                number,
                Phase.WARM,
                archive,
                UnzipLimits.STANDARD,
                "weft/run/trial/" + number + "/",
                Optional.empty());
    }
}
