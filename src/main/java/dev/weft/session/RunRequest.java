package dev.weft.session;

import dev.weft.analysis.PresentChoice;
import dev.weft.archive.FileContent;
import dev.weft.archive.ZipRecipe;
import dev.weft.machine.SecretMasker;
import dev.weft.plan.ByteSize;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.ModeName;
import dev.weft.plan.Target;
import dev.weft.plan.UnzipLimits;
import dev.weft.plan.VerifyLevel;
import dev.weft.plan.WarmupPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The complete, checked request of an experiment. Preflight check, bill, plan and session read
/// nothing else of the command line.
public record RunRequest(
        Work work,
        Amount amount,
        RetrySettings retries,
        Destination destination,
        Judging judging,
        Guards guards,
        Output output) {
    /// What to upload, and how.
    ///
    /// @param workload the name of the work on each file
    /// @param source the zips
    /// @param modes in the order in which tables show them
    /// @param concurrencies distinct, in the order given
    /// @param limits of what each zip may unzip to
    public record Work(
            String workload,
            Source source,
            List<ModeName> modes,
            List<Integer> concurrencies,
            UnzipLimits limits) {
        public Work {
            modes = List.copyOf(modes);
            concurrencies = List.copyOf(concurrencies);
        }
    }

    /// Where the zips come from.
    public sealed interface Source {
        /// The user's own zips.
        record Own(List<Path> zips) implements Source {}

        /// Zips that weft generates if they are missing.
        record Made(List<FileCount> files, ByteSize fileSize, FileContent content, long seed)
                implements Source {
            /// The zips for a concurrency, smallest first.
            public List<ZipRecipe> recipes(int concurrency) throws UsageException {
                List<ZipRecipe> recipes = new ArrayList<>();
                for (FileCount count : files) {
                    recipes.add(
                            GeneratedZips.recipe(count.at(concurrency), fileSize, content, seed));
                }
                return recipes.stream()
                        .distinct()
                        .sorted(Comparator.comparingInt(ZipRecipe::files))
                        .toList();
            }
        }
    }

    /// How much to measure.
    ///
    /// @param passes warm passes of each zip in a trial
    /// @param forked whether each trial has its own JVM
    /// @param javaOptions of the JVMs of trials
    /// @param seed of the order of trials
    public record Amount(
            int repetitions,
            int passes,
            WarmupPolicy warmup,
            boolean coldOnly,
            boolean forked,
            List<String> javaOptions,
            long seed,
            Optional<Duration> timeBudget,
            boolean dryRun) {
        public Amount {
            javaOptions = List.copyOf(javaOptions);
        }

        /// The options of the JVMs as one text without secrets, as results have it; empty without
        /// options.
        Optional<String> javaOptionsText() {
            return Optional.of(String.join(" ", SecretMasker.masked(javaOptions)))
                    .filter(text -> !text.isEmpty());
        }
    }

    /// Where to upload.
    ///
    /// @param configured the user's own server; empty for the embedded server
    /// @param faults of the embedded server
    public record Destination(Optional<Target> configured, FaultPlan faults) {}

    /// How to judge the results.
    ///
    /// @param calibrate whether to measure the ideal
    /// @param rateLimit uploads per second that the server allows
    /// @param present the user's present choice, the baseline of the advice
    /// @param diagnose whether to add trials under the flight recorder
    public record Judging(
            boolean calibrate,
            OptionalDouble rateLimit,
            Optional<PresentChoice> present,
            boolean diagnose) {}

    /// What protects a user's own bucket.
    ///
    /// @param yes whether to upload without confirmation
    /// @param maxCost in US dollars
    /// @param allowLocked whether to upload to a bucket with Object Lock
    public record Guards(
            boolean yes,
            Optional<Long> maxRequests,
            Optional<Double> maxCost,
            boolean allowLocked) {}

    /// What the run writes, verifies and prints.
    ///
    /// @param csv the results
    /// @param timings empty for the folder of the run
    /// @param keepObjects whether uploaded objects stay in the bucket
    /// @param quiet whether to omit progress
    public record Output(
            Path csv,
            Optional<Path> timings,
            OutputFormat format,
            VerifyLevel verify,
            boolean keepObjects,
            boolean quiet) {}
}
