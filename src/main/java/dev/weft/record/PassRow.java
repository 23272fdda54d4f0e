package dev.weft.record;

import dev.weft.plan.FairnessContract;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.plan.VerifyLevel;
import dev.weft.record.WarmupResult.WarmupSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// Row of the results: identity, case, end and measurements of one pass.
///
/// @param place position in the run
/// @param setting case, mode and conditions
/// @param ending how the pass ended
/// @param measures measurements; empty if the JVM of the trial died before it reported
/// @param contract terms that are equal for all modes
/// @param software versions and options of the software
/// @param reference reference values, such as the ideal
public record PassRow(
        Place place,
        Setting setting,
        Ending ending,
        Optional<PassMeasures> measures,
        Contract contract,
        Software software,
        Reference reference) {
    /// Position of a pass in its run.
    ///
    /// @param runId id of the run
    /// @param trialId id of the trial in the run
    /// @param variant name of the variant in a comparison; empty without a comparison
    /// @param block number of the block, from 1
    /// @param order position of the trial in its block, from 1
    /// @param repetition number of the trial among those of its mode and concurrency, from 1
    /// @param pass position of the pass in its trial, from 1
    /// @param forks 1 if the trial has its own JVM, 0 if it runs in the JVM of weft
    /// @param startedAt start of the pass
    public record Place(
            String runId,
            String trialId,
            Optional<String> variant,
            int block,
            int order,
            int repetition,
            int pass,
            int forks,
            Instant startedAt) {}

    /// Case, mode and conditions of a pass.
    ///
    /// @param warmup warm-up of the trial
    /// @param latency shortest time that the embedded server takes for an upload, or the median if
    ///   it varies; empty for any other server
    /// @param faults fault plan of the embedded server, see [dev.weft.plan.FaultPlan#remark]
    public record Setting(
            ModeName mode,
            String workload,
            Phase phase,
            ItemsSummary items,
            int concurrency,
            WarmupSummary warmup,
            Optional<Duration> latency,
            Optional<String> faults) {
        public Setting {
            if (concurrency < 1) {
                throw new IllegalArgumentException(
                        "concurrency %d must be at least 1".formatted(concurrency));
            }
        }
    }

    /// Status and verification of a pass.
    ///
    /// @param verify level at which the bucket is verified
    /// @param verified true if the bucket was verified at that level and matches the archive;
    ///   always false for level `none`
    /// @param failure why the pass is not `ok`, in one sentence; empty if it is `ok`
    public record Ending(
            PassStatus status, VerifyLevel verify, boolean verified, Optional<String> failure) {
        public Ending {
            if (verified && verify == VerifyLevel.NONE) {
                throw new IllegalArgumentException("verified is true where verify is none");
            }
        }
    }

    /// Terms that are equal for all modes, and the HTTP client, which differs by nature.
    ///
    /// @param target name of the server, see [Target#label]
    /// @param httpClient HTTP client of the mode: `netty` or `apache5`
    /// @param fairness hash of everything that must be equal, see [FairnessContract#hash]
    public record Contract(
            String target, String httpClient, FairnessContract terms, String fairness) {}

    /// Versions and options of the software.
    ///
    /// @param javaOptions options of the JVMs of the trials; empty if there are none
    public record Software(String jdk, String sdk, String weft, Optional<String> javaOptions) {}

    /// Reference values for judging a pass: cores, CPU time of the server and ideal.
    ///
    /// @param cores cores that the client and the embedded server, if any, share; empty in results
    ///   of older versions
    /// @param serverCpu CPU time of the embedded server during the pass; empty for any other
    ///   server, or if the platform does not report it
    /// @param ideal ideal as known at the end of the pass; empty without a calibration
    public record Reference(
            OptionalInt cores, Optional<Duration> serverCpu, Optional<Ideal> ideal) {}
}
