package dev.weft.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Measures.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Uploads every file of a zip in each mode, repeatedly, and records every timing. With neither an endpoint nor a bucket configured it starts its own S3 server.")
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final InstantSource clock = InstantSource.system();

    @Mixin private RunOptions options = new RunOptions();

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return options.resume.isPresent() ? goOn(options.resume.get()) : begin();
    }

    private int begin() throws Exception {
        RunPlace place = RunPlace.of(RunId.next(clock.instant()), options, terminal);
        return session(options, options.commandLine(), place).run(List.of());
    }

    private int goOn(String runId) throws Exception {
        Resumption resumption = Resumption.of(runId, options, terminal);
        RunPlace place = RunPlace.of(runId, resumption.options(), terminal);
        return session(resumption.options(), resumption.commandLine(), place)
                .run(resumption.done(place));
    }

    private RunSession session(RunOptions of, List<String> commandLine, RunPlace place)
            throws UsageException {
        if (of.dryRun && of.format != Format.TABLE) {
            throw new UsageException(
                    "--format is of results, and --dry-run makes none; leave one of the two out");
        }
        Terminal around = of.format == Format.TABLE ? terminal : terminal.leavingOutAlone();
        return new RunSession(
                new RunSetup(
                        around,
                        of,
                        commandLine,
                        List.of(Side.alone(of, place, around, clock)),
                        place,
                        new Closing(terminal, of.format, of.present, place),
                        clock));
    }
}
