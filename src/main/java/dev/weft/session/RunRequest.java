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

/// The complete, checked request of an experiment. Preflight check, bill, plan and session use it
/// instead of the command line.
public record RunRequest(
        Work work,
        Amount amount,
        RetrySettings retries,
        Destination destination,
        Judging judging,
        Guards guards,
        Output output) {
    /// The work: what to upload, and how.
    ///
    /// @param workload name of the work on each file
    /// @param source source of the zips
    /// @param modes modes in the order of the tables
    /// @param concurrencies distinct concurrencies in the given order
    /// @param limits limits of the unzipped size of each zip
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

    /// Source of the zips.
    public sealed interface Source {
        /// Zips of the user.
        record Own(List<Path> zips) implements Source {}

        /// Zips that weft generates if they are missing.
        record Made(List<FileCount> files, ByteSize fileSize, FileContent content, long seed)
                implements Source {
            /// Returns the zips for a concurrency, smallest first.
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

    /// The amount of measurement.
    ///
    /// @param passes number of warm passes of each zip in a trial
    /// @param forked whether each trial has its own JVM
    /// @param javaOptions options of the trial JVMs
    /// @param seed seed of the order of trials
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

        /// Returns the options of the trial JVMs as text without secrets, in the form of the
        /// results; empty without options.
        Optional<String> javaOptionsText() {
            return Optional.of(String.join(" ", SecretMasker.masked(javaOptions)))
                    .filter(text -> !text.isEmpty());
        }
    }

    /// The destination of the uploads.
    ///
    /// @param configured server of the user; empty for the embedded server
    /// @param faults fault plan of the embedded server
    public record Destination(Optional<Target> configured, FaultPlan faults) {}

    /// The judgement of the results.
    ///
    /// @param calibrate whether to measure the ideal
    /// @param rateLimit uploads per second that the server allows
    /// @param present present choice of the user, the baseline of the advice
    /// @param diagnose whether to add trials under the flight recorder
    public record Judging(
            boolean calibrate,
            OptionalDouble rateLimit,
            Optional<PresentChoice> present,
            boolean diagnose) {}

    /// The limits that protect a bucket of the user.
    ///
    /// @param yes whether to upload without confirmation
    /// @param maxCost limit in US dollars
    /// @param allowLocked whether to upload to a bucket with Object Lock
    public record Guards(
            boolean yes,
            Optional<Long> maxRequests,
            Optional<Double> maxCost,
            boolean allowLocked) {}

    /// The output: files, verification and progress.
    ///
    /// @param csv results file
    /// @param timings timings file; empty for the folder of the run
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
