package dev.weft.cli;

import dev.weft.archive.ArchiveException;
import dev.weft.archive.FileContent;
import dev.weft.archive.ZipRecipe;
import dev.weft.plan.ByteSize;
import dev.weft.screen.Terminal;
import dev.weft.session.ExitCode;
import dev.weft.session.GeneratedZips;
import dev.weft.session.UsageException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Creates a zip with generated files.
@Command(
        name = "create-zip",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a zip of files of one size.",
            "The same options make the same bytes."
        },
        exitCodeList = {
            "0:the zip is there, and its path was printed",
            "1:not all that belongs on standard output could be written",
            "2:it could not be made as asked for",
            "130:interrupted"
        })
@HelpExample(value = "weft create-zip", does = "500 files of 100 KiB, in build/zips")
@HelpExample(
        value = "weft create-zip --files=2000 --file-size=4KiB --content=text",
        does = "many small ones that can be compressed")
@HelpExample(value = "weft create-zip --files=100 --output=hundred.zip", does = "somewhere else")
final class CreateZipCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--files",
            defaultValue = "500",
            paramLabel = "NUMBER",
            description = "files in the zip (default: ${DEFAULT-VALUE})")
    private int files;

    @Option(
            names = "--file-size",
            defaultValue = "100KiB",
            paramLabel = "SIZE",
            converter = Converters.OfByteSize.class,
            description = "size of each, such as 512, 4KiB or 1MiB (default: ${DEFAULT-VALUE})")
    private ByteSize fileSize = new ByteSize(0);

    @Option(
            names = "--content",
            defaultValue = "random",
            paramLabel = "KIND",
            converter = Converters.OfContent.class,
            completionCandidates = Converters.OfContent.class,
            description = "what they hold: random or text (default: ${DEFAULT-VALUE})")
    private FileContent content = FileContent.RANDOM;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "NUMBER",
            description = "another seed, other bytes (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "where to (default: build/zips/<files>x<size>.zip)")
    private Optional<Path> output = Optional.empty();

    CreateZipCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws ArchiveException, UsageException, InterruptedException {
        ZipRecipe recipe = GeneratedZips.recipe(files, fileSize, content, seed);
        Path zip =
                output.map(terminal.folder()::resolve)
                        .orElseGet(() -> GeneratedZips.home(terminal, recipe));
        GeneratedZips.make(terminal, recipe, zip);
        terminal.out().println(zip);
        return ExitCode.OK;
    }
}
