package dev.weft.runjson;

import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.VerifyLevel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// Design of a run: what it varies, and how often it measures.
///
/// @param workload work on each file
/// @param modes modes in the order of the tables
/// @param loads concurrencies and their zips
/// @param zips zips that are uploaded
/// @param repetitions trials of each mode; the sequential mode makes a third
/// @param passes warm passes of each zip in a trial; the sequential mode makes one
/// @param warmup policy: `steady`, `fixed` and a number of uploads, or `none`; empty in runs of
///   older versions
/// @param warmupUploads maximum of uploads before the warm passes
/// @param warmupLimitMs time limit of the warm-up; empty for no limit
/// @param coldOnly true if there are no warm passes
/// @param seed seed of the order of trials
/// @param forks 1 if each trial has its own JVM, 0 if it runs in the JVM of weft
/// @param verify level at which the bucket is verified after each pass
/// @param javaOptions options of the JVMs of trials; secrets are masked
public record RunDesign(
        String workload,
        List<ModeName> modes,
        List<Load> loads,
        List<ItemsSummary> zips,
        int repetitions,
        int passes,
        Optional<String> warmup,
        int warmupUploads,
        OptionalLong warmupLimitMs,
        boolean coldOnly,
        long seed,
        int forks,
        VerifyLevel verify,
        List<String> javaOptions) {
    /// Zips that are measured at one concurrency.
    ///
    /// @param concurrency largest number of uploads in flight at once
    /// @param archives names of the zip files, smallest first
    public record Load(int concurrency, List<String> archives) {
        public Load {
            archives = List.copyOf(archives);
        }
    }

    public RunDesign {
        Objects.requireNonNull(workload);
        Objects.requireNonNull(verify);
        Objects.requireNonNull(warmup);
        Objects.requireNonNull(warmupLimitMs);
        modes = List.copyOf(modes);
        loads = List.copyOf(loads);
        zips = List.copyOf(zips);
        javaOptions = List.copyOf(javaOptions);
    }
}
