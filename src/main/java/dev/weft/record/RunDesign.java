package dev.weft.record;

import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.VerifyLevel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// What a run varied, and how often.
///
/// @param workload what was done with each file
/// @param modes in the order in which tables show them
/// @param loads how many uploads open at once, of which zips
/// @param zips what was uploaded
/// @param repetitions trials of each mode; the sequential mode makes a third
/// @param passes warm passes of each zip in a trial; the sequential mode makes one
/// @param warmup the policy: `steady`, `fixed` and a number of uploads, or `none`; empty in runs of
///   an earlier weft
/// @param warmupUploads before the warm passes, at most
/// @param warmupLimitMs how long that may take; empty for no limit
/// @param coldOnly whether there were no warm passes
/// @param seed of the order of trials
/// @param forks 1: each trial had a JVM of its own; 0: it ran in weft's own
/// @param verify how closely the bucket was read back after each pass
/// @param javaOptions of the JVMs of trials; secrets are masked
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
    /// Zips that were measured at one concurrency.
    ///
    /// @param concurrency uploads open at once, at most
    /// @param archives the names of the zips' files, smallest first
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
