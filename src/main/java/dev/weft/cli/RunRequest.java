package dev.weft.cli;

import dev.weft.archive.FileContent;
import dev.weft.archive.ZipRecipe;
import dev.weft.plan.ByteSize;
import dev.weft.plan.ModeName;
import dev.weft.plan.WarmupLimit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What `run` was asked for: checked, and without the command line.
///
/// @param workload what is done with each file
/// @param source the zips
/// @param modes in the order in which tables show them
record RunRequest(
        String workload,
        Source source,
        List<ModeName> modes,
        List<Integer> concurrencies,
        int repetitions,
        int passes,
        WarmupLimit warmup,
        boolean coldOnly,
        boolean forked,
        long seed) {
    /// Where the zips come from.
    sealed interface Source {
        /// Zips of the user's own.
        record Own(List<Path> zips) implements Source {}

        /// Zips that weft makes where they are missing.
        record Made(List<ZipRecipe> recipes) implements Source {}
    }

    /// Checks the options; each complaint names the option and what is allowed.
    static RunRequest of(RunOptions options) throws UsageException {
        if (!options.workload.equals("upload")) {
            throw new UsageException(
                    "--workload is '%s'; the only workload is upload".formatted(options.workload));
        }
        atLeast("--repetitions", options.repetitions, 1);
        atLeast("--passes", options.passes, 1);
        atLeast("--warmup", options.warmupUploads, 0);
        for (int concurrency : options.concurrencies) {
            atLeast("--concurrency", concurrency, 1);
        }
        if (options.forks != 0 && options.forks != 1) {
            throw new UsageException("--forks is %d; it is 0 or 1".formatted(options.forks));
        }
        return new RunRequest(
                options.workload,
                source(options),
                modes(options.modes),
                options.concurrencies.stream().distinct().toList(),
                options.repetitions,
                options.passes,
                new WarmupLimit(options.warmupUploads, RunOptions.WARMUP_TIME),
                options.cold,
                options.forks == 1,
                options.seed);
    }

    private static List<ModeName> modes(List<String> labels) throws UsageException {
        Set<ModeName> modes = EnumSet.noneOf(ModeName.class);
        for (String label : labels) {
            if (label.equalsIgnoreCase("all")) {
                modes.addAll(List.of(ModeName.values()));
            } else {
                modes.add(
                        ModeName.ofLabel(label.toLowerCase(Locale.ROOT))
                                .orElseThrow(
                                        () ->
                                                new UsageException(
                                                        "--mode names '%s'; the modes are sequential, threads, async, virtual, or all"
                                                                .formatted(label))));
            }
        }
        return List.copyOf(modes);
    }

    private static Source source(RunOptions options) throws UsageException {
        boolean made =
                !options.files.isEmpty()
                        || options.fileSize.isPresent()
                        || options.content.isPresent();
        if (options.zips.isEmpty()) {
            return new Source.Made(recipes(options));
        }
        if (made) {
            throw new UsageException(
                    "--zip names zips of your own, and --files, --file-size and --content describe zips that weft makes; leave one of the two out");
        }
        return new Source.Own(options.zips);
    }

    private static List<ZipRecipe> recipes(RunOptions options) throws UsageException {
        List<Integer> files = options.files.isEmpty() ? List.of(500) : options.files;
        ByteSize size = options.fileSize.orElse(new ByteSize(100 * 1024));
        List<ZipRecipe> recipes = new ArrayList<>();
        for (int count : files.stream().distinct().sorted().toList()) {
            recipes.add(
                    Zips.recipe(
                            count, size, options.content.orElse(FileContent.RANDOM), options.seed));
        }
        return recipes;
    }

    private static void atLeast(String option, int value, int least) throws UsageException {
        if (value < least) {
            throw new UsageException(
                    "%s is %d; it is a whole number from %d on".formatted(option, value, least));
        }
    }
}
