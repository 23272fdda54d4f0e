package dev.weft.cli;

import dev.weft.analysis.PresentChoice;
import dev.weft.archive.FileContent;
import dev.weft.archive.ZipRecipe;
import dev.weft.machine.SecretMasker;
import dev.weft.plan.ByteSize;
import dev.weft.plan.ModeName;
import dev.weft.plan.UnzipLimits;
import dev.weft.plan.VerifyLevel;
import dev.weft.plan.WarmupPolicy;
import dev.weft.record.RunDesign;
import dev.weft.run.ArchiveManifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What `run` was asked for: checked, and without the command line.
///
/// @param workload what is done with each file
/// @param source the zips
/// @param modes in the order in which tables show them
/// @param limits what each zip may unzip to
/// @param endurance how long uploads are tried, and when passes are ended
record RunRequest(
        String workload,
        Source source,
        List<ModeName> modes,
        List<Integer> concurrencies,
        int repetitions,
        int passes,
        WarmupPolicy warmup,
        boolean coldOnly,
        boolean forked,
        long seed,
        UnzipLimits limits,
        RetrySettings endurance) {
    /// Enough to find a difference of a tenth between modes whose trials scatter by as much.
    private static final int VERDICT_REPETITIONS = 8;

    private static final int FEW_REPETITIONS = 3;

    /// Where the zips come from.
    sealed interface Source {
        /// Zips of the user's own.
        record Own(List<Path> zips) implements Source {}

        /// Zips that weft makes where they are missing.
        record Made(List<FileCount> files, ByteSize fileSize, FileContent content, long seed)
                implements Source {
            /// What weft makes for a concurrency, smallest first.
            List<ZipRecipe> recipes(int concurrency) throws UsageException {
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

    /// Checks the options; each complaint names the option and what is allowed.
    static RunRequest of(RunOptions options) throws UsageException {
        if (!options.work.workload.equals("upload")) {
            throw new UsageException(
                    "--workload is '%s'; the only workload is upload%s"
                            .formatted(
                                    options.work.workload,
                                    SpellingSuggestions.question(
                                            options.work.workload, OptionValues.Workloads.LABELS)));
        }
        if (options.amount.repetitions.isPresent()) {
            atLeast("--repetitions", options.amount.repetitions.get(), 1);
        }
        atLeast("--passes", options.amount.passes, 1);
        for (int concurrency : options.work.concurrencies) {
            atLeast("--concurrency", concurrency, 1);
        }
        if (options.care.maxCost.filter(dollars -> !(dollars >= 0)).isPresent()) {
            throw new UsageException(
                    "--max-cost is %s; it is a number of US dollars from 0 on"
                            .formatted(options.care.maxCost.get()));
        }
        if (options.amount.forks != 0 && options.amount.forks != 1) {
            throw new UsageException("--forks is %d; it is 0 or 1".formatted(options.amount.forks));
        }
        List<ModeName> modes = modes(options.work.modes);
        if (options.explanation.present.isPresent()) {
            insistOnMeasured(options.explanation.present.get(), modes, options.work.concurrencies);
        }
        return new RunRequest(
                options.work.workload,
                source(options),
                modes,
                options.work.concurrencies.stream().distinct().toList(),
                repetitions(options, modes),
                options.amount.passes,
                options.amount.warmup,
                options.amount.cold,
                options.amount.forks == 1,
                options.amount.seed,
                limits(options),
                RetrySettings.of(options.endurance));
    }

    private static UnzipLimits limits(RunOptions options) throws UsageException {
        if (options.work.maxRatio < 1) {
            throw new UsageException(
                    "--max-ratio is %d; it is a whole number from 1 on"
                            .formatted(options.work.maxRatio));
        }
        if (options.work.maxUnzipped.bytes() < 1) {
            throw new UsageException("--max-unzipped is 0; it is a size from 1 byte on");
        }
        return new UnzipLimits(options.work.maxRatio, options.work.maxUnzipped.bytes());
    }

    /// What the run's record says of it.
    RunDesign design(Archives archives, VerifyLevel verify, List<String> javaOptions) {
        return new RunDesign(
                workload,
                modes,
                archives.loads().stream()
                        .map(
                                load ->
                                        new RunDesign.Load(
                                                load.concurrency(),
                                                load.archives().stream()
                                                        .map(path -> archives.items(path).archive())
                                                        .toList()))
                        .toList(),
                archives.manifests().values().stream().map(ArchiveManifest::items).toList(),
                repetitions,
                passes,
                Optional.of(warmup.label()),
                warmup.mostUploads(),
                warmup.mostTime()
                        .map(time -> OptionalLong.of(time.toMillis()))
                        .orElse(OptionalLong.empty()),
                coldOnly,
                seed,
                forked ? 1 : 0,
                verify,
                SecretMasker.masked(javaOptions));
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
                                                        "--mode names '%s'; the modes are sequential, threads, async, virtual, or all%s"
                                                                .formatted(
                                                                        label,
                                                                        SpellingSuggestions
                                                                                .question(
                                                                                        label,
                                                                                        OptionValues
                                                                                                .Modes
                                                                                                .LABELS)))));
            }
        }
        return List.copyOf(modes);
    }

    private static Source source(RunOptions options) throws UsageException {
        boolean made =
                !options.work.files.isEmpty()
                        || options.work.fileSize.isPresent()
                        || options.work.content.isPresent();
        if (options.work.zips.isEmpty()) {
            return made(options);
        }
        if (made) {
            throw new UsageException(
                    "--zip names zips of your own, and --files, --file-size and --content describe zips that weft makes; leave one of the two out");
        }
        return new Source.Own(options.work.zips);
    }

    private static Source.Made made(RunOptions options) throws UsageException {
        Source.Made made =
                new Source.Made(
                        options.work.files.isEmpty()
                                ? List.of(new FileCount(500, false))
                                : List.copyOf(options.work.files),
                        options.work.fileSize.orElse(new ByteSize(100 * 1024)),
                        options.work.content.orElse(FileContent.RANDOM),
                        options.amount.seed);
        for (int concurrency : options.work.concurrencies) {
            var _ = made.recipes(concurrency);
        }
        return made;
    }

    /// Where one setting is measured, the question is which mode is best in it. A sweep asks for a
    /// shape, which fewer repetitions show.
    private static int repetitions(RunOptions options, List<ModeName> modes) {
        boolean verdict =
                options.amount.verdict.orElse(
                        !options.amount.cold
                                && Math.max(options.work.files.size(), options.work.zips.size())
                                        <= 1
                                && options.work.concurrencies.size() == 1
                                && modes.stream()
                                                .filter(mode -> mode != ModeName.SEQUENTIAL)
                                                .count()
                                        > 1);
        return options.amount.repetitions.orElse(verdict ? VERDICT_REPETITIONS : FEW_REPETITIONS);
    }

    private static void insistOnMeasured(
            PresentChoice present, List<ModeName> modes, List<Integer> concurrencies)
            throws UsageException {
        if (!modes.contains(present.mode())) {
            throw new UsageException(
                    "--present names %s, which --mode leaves out: advice is held against what is measured"
                            .formatted(present.mode().label()));
        }
        if (present.mode() != ModeName.SEQUENTIAL
                && present.concurrency().isPresent()
                && !concurrencies.contains(present.concurrency().getAsInt())) {
            throw new UsageException(
                    "--present names %d at once, which --concurrency leaves out: advice is held against what is measured"
                            .formatted(present.concurrency().getAsInt()));
        }
    }

    private static void atLeast(String option, int value, int least) throws UsageException {
        if (value < least) {
            throw new UsageException(
                    "%s is %d; it is a whole number from %d on".formatted(option, value, least));
        }
    }
}
