package dev.weft.cli;

import dev.weft.archive.FileContent;
import dev.weft.plan.ByteSize;
import dev.weft.plan.UnzipLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What a run uploads, and how.
final class WorkOptions {
    @Option(
            names = "--mode",
            split = ",",
            defaultValue = "all",
            paramLabel = "MODE",
            completionCandidates = OptionValues.Modes.class,
            description = "sequential, threads, async, virtual, a list of these, or all (default)")
    List<String> modes = List.of();

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
            converter = FileCount.Converter.class,
            description =
                    "files in a zip that weft makes, or a list; 20xC: 20 for each upload open at once (default: 500)")
    List<FileCount> files = List.of();

    @Option(
            names = "--file-size",
            paramLabel = "SIZE",
            converter = ByteSizeConverter.class,
            description = "size of each, such as 512, 4KiB or 1MiB (default: 100KiB)")
    Optional<ByteSize> fileSize = Optional.empty();

    @Option(
            names = "--content",
            paramLabel = "KIND",
            converter = ContentConverter.class,
            completionCandidates = ContentConverter.class,
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
            converter = ByteSizeConverter.class,
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
}
