package dev.weft.record;

import dev.weft.plan.FairnessContract;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.plan.VerifyLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// One row of the results: one pass, what it was to do, how it ended and what it measured.
///
/// @param place where it stands in its experiment
/// @param setting what it was to do
/// @param ending how it ended
/// @param measures what it measured; empty where its JVM died before it could tell
/// @param contract what all modes were given alike
/// @param software what ran
/// @param yardstick what it is held against
public record PassRow(
        Place place,
        Setting setting,
        Ending ending,
        Optional<PassMeasures> measures,
        Contract contract,
        Software software,
        Reference yardstick) {
    public PassRow {
        Objects.requireNonNull(place);
        Objects.requireNonNull(setting);
        Objects.requireNonNull(ending);
        Objects.requireNonNull(measures);
        Objects.requireNonNull(contract);
        Objects.requireNonNull(software);
        Objects.requireNonNull(yardstick);
    }

    /// Where a pass stands in its experiment.
    ///
    /// @param runId the experiment
    /// @param trialId the JVM within the experiment
    /// @param side of a comparison, by name; empty where there is only one
    /// @param block the block of trials, from 1
    /// @param order the place of the trial within its block, from 1
    /// @param repetition the how-manyeth trial of this mode and concurrency, from 1
    /// @param pass the place of the pass within its trial, from 1
    /// @param forks 1 in a JVM of its own, 0 in weft's own
    /// @param startedAt when the pass began
    public record Place(
            String runId,
            String trialId,
            Optional<String> side,
            int block,
            int order,
            int repetition,
            int pass,
            int forks,
            Instant startedAt) {
        public Place {
            Objects.requireNonNull(runId);
            Objects.requireNonNull(trialId);
            Objects.requireNonNull(side);
            Objects.requireNonNull(startedAt);
        }
    }

    /// What a pass was to do.
    ///
    /// @param warmup of its trial
    /// @param latency the least time that the embedded server takes for an upload, the median where
    ///   it differs; empty where the server is not ours
    /// @param faults what else it does to uploads, see [dev.weft.plan.FaultPlan#remark]
    public record Setting(
            ModeName mode,
            String workload,
            Phase phase,
            ItemsSummary items,
            int concurrency,
            Warmup warmup,
            Optional<Duration> latency,
            Optional<String> faults) {
        public Setting {
            Objects.requireNonNull(mode);
            Objects.requireNonNull(workload);
            Objects.requireNonNull(phase);
            Objects.requireNonNull(items);
            Objects.requireNonNull(warmup);
            Objects.requireNonNull(latency);
            Objects.requireNonNull(faults);
            if (concurrency < 1) {
                throw new IllegalArgumentException(
                        "concurrency %d must be at least 1".formatted(concurrency));
            }
        }
    }

    /// How a pass ended.
    ///
    /// @param verify how closely the bucket was to be read back
    /// @param verified what that level looks at was read back and is what the archive holds; never
    ///   where nothing was to be
    /// @param failure why it is not ok, in one sentence; empty where it is
    public record Ending(
            PassStatus status, VerifyLevel verify, boolean verified, Optional<String> failure) {
        public Ending {
            Objects.requireNonNull(status);
            Objects.requireNonNull(verify);
            Objects.requireNonNull(failure);
            if (verified && verify == VerifyLevel.NONE) {
                throw new IllegalArgumentException("verified is true where verify is none");
            }
        }
    }

    /// What all modes were given alike, and what differs by nature.
    ///
    /// @param target the server in one word, see [Target#label]
    /// @param httpClient what carries the requests of this mode: `netty` or `apache5`
    /// @param fairness the hash of all that must be equal, see [FairnessContract#hash]
    public record Contract(
            String target, String httpClient, FairnessContract terms, String fairness) {
        public Contract {
            Objects.requireNonNull(target);
            Objects.requireNonNull(httpClient);
            Objects.requireNonNull(terms);
            Objects.requireNonNull(fairness);
        }
    }

    /// What ran.
    ///
    /// @param javaOptions of the JVMs of the trials; empty where none were asked for
    public record Software(String jdk, String sdk, String weft, Optional<String> javaOptions) {
        public Software {
            Objects.requireNonNull(javaOptions);
            Objects.requireNonNull(jdk);
            Objects.requireNonNull(sdk);
            Objects.requireNonNull(weft);
        }
    }
}
