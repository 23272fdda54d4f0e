package dev.weft.cli;

import dev.weft.archive.FileContent;
import dev.weft.plan.ByteSize;
import dev.weft.plan.ModeName;
import dev.weft.plan.UnzipLimits;
import dev.weft.session.FileCount;
import dev.weft.session.RunRequest;
import dev.weft.session.UsageException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/// Options of the uploads of a run: modes, concurrency, zips and workload.
final class WorkOptions {
    @PerVariant
    @Option(
            names = "--mode",
            split = ",",
            defaultValue = "all",
            paramLabel = "MODE",
            completionCandidates = OptionValues.Modes.class,
            description = "sequential, threads, async, virtual, a list of these, or all (default)")
    List<String> modes = List.of();

    @PerVariant
    @Option(
            names = "--concurrency",
            split = ",",
            defaultValue = "32",
            paramLabel = "NUMBER",
            description = "uploads open at once, or a list (default: ${DEFAULT-VALUE})")
    List<Integer> concurrencies = List.of();

    @Option(
            names = "--files",
            split = ",",
            paramLabel = "NUMBER",
            converter = Converters.OfFileCount.class,
            description =
                    "files in a zip that weft makes, or a list; 20xC: 20 for each upload open at once (default: 500)")
    List<FileCount> files = List.of();

    @Option(
            names = "--file-size",
            paramLabel = "SIZE",
            converter = Converters.OfByteSize.class,
            description = "size of each, such as 512, 4KiB or 1MiB (default: 100KiB)")
    Optional<ByteSize> fileSize = Optional.empty();

    @Option(
            names = "--content",
            paramLabel = "KIND",
            converter = Converters.OfContent.class,
            completionCandidates = Converters.OfContent.class,
            description = "what weft's zips hold: random (default) or text")
    Optional<FileContent> content = Optional.empty();

    @Option(
            names = "--zip",
            split = ",",
            paramLabel = "FILE",
            description = "your own zip, or a list of them")
    List<Path> zips = List.of();

    @Option(
            names = "--max-ratio",
            defaultValue = "1000",
            paramLabel = "NUMBER",
            description =
                    "refuse a zip of which a file, or all together, has more times its size in the zip (default: ${DEFAULT-VALUE})")
    long maxRatio = UnzipLimits.STANDARD.ratio();

    @Option(
            names = "--max-unzipped",
            defaultValue = "1TiB",
            paramLabel = "SIZE",
            converter = Converters.OfByteSize.class,
            description =
                    "refuse a zip whose files are larger together (default: ${DEFAULT-VALUE})")
    ByteSize maxUnzipped = new ByteSize(UnzipLimits.STANDARD.bytes());

    @Option(
            names = "--workload",
            completionCandidates = OptionValues.Workloads.class,
            defaultValue = "upload",
            paramLabel = "NAME",
            description = "what is done with each file: upload (default)")
    String workload = "upload";

    /// Checks the options; each message names the option and its range.
    ///
    /// @param seed of generated zips
    RunRequest.Work checked(long seed) throws UsageException {
        if (!workload.equals("upload")) {
            throw new UsageException(
                    "--workload is '%s'; the only workload is upload%s"
                            .formatted(
                                    workload,
                                    SpellingSuggestions.question(
                                            workload, OptionValues.Workloads.LABELS)));
        }
        for (int concurrency : concurrencies) {
            UsageException.requireAtLeast("--concurrency", concurrency, 1);
        }
        return new RunRequest.Work(
                workload,
                source(seed),
                checkedModes(),
                concurrencies.stream().distinct().toList(),
                limits());
    }

    private UnzipLimits limits() throws UsageException {
        if (maxRatio < 1) {
            throw new UsageException(
                    "--max-ratio is %d; it is a whole number from 1 on".formatted(maxRatio));
        }
        if (maxUnzipped.bytes() < 1) {
            throw new UsageException("--max-unzipped is 0; it is a size from 1 byte on");
        }
        return new UnzipLimits(maxRatio, maxUnzipped.bytes());
    }

    private List<ModeName> checkedModes() throws UsageException {
        Set<ModeName> checked = EnumSet.noneOf(ModeName.class);
        for (String label : modes) {
            if (label.equalsIgnoreCase("all")) {
                checked.addAll(List.of(ModeName.values()));
            } else {
                checked.add(mode(label));
            }
        }
        return List.copyOf(checked);
    }

    private static ModeName mode(String label) throws UsageException {
        return ModeName.ofLabel(label.toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "--mode names '%s'; the modes are sequential, threads, async, virtual, or all%s"
                                                .formatted(
                                                        label,
                                                        SpellingSuggestions.question(
                                                                label,
                                                                OptionValues.Modes.LABELS))));
    }

    private RunRequest.Source source(long seed) throws UsageException {
        boolean made = !files.isEmpty() || fileSize.isPresent() || content.isPresent();
        if (zips.isEmpty()) {
            return generated(seed);
        }
        if (made) {
            throw new UsageException(
                    "--zip names zips of your own, and --files, --file-size and --content describe zips that weft makes; leave one of the two out");
        }
        return new RunRequest.Source.Own(zips);
    }

    private RunRequest.Source.Made generated(long seed) throws UsageException {
        RunRequest.Source.Made made =
                new RunRequest.Source.Made(
                        files.isEmpty() ? List.of(new FileCount(500, false)) : List.copyOf(files),
                        fileSize.orElse(new ByteSize(100 * 1024)),
                        content.orElse(FileContent.RANDOM),
                        seed);
        for (int concurrency : concurrencies) {
            var _ = made.recipes(concurrency);
        }
        return made;
    }
}
