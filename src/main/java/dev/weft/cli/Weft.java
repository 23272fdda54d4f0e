package dev.weft.cli;

import dev.weft.archive.ArchiveException;
import dev.weft.csv.RecordException;
import dev.weft.plot.PlotException;
import dev.weft.screen.Terminal;
import dev.weft.server.ServerStartException;
import dev.weft.session.ExitCode;
import dev.weft.session.UsageException;
import dev.weft.store.StoreException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The root command.
@Command(
        name = "weft",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        subcommands = {HelpCommand.class},
        description =
                "Measures which form of concurrency pushes many small objects to S3 fastest, at what concurrency.")
@HelpExample(value = "weft demo", does = "what the modes do, in half a minute")
@HelpExample(value = "weft run", does = "measure all modes on an S3 server of weft's own")
@HelpExample(value = "weft run --help", does = "all that can be measured, and how")
@HelpExample(value = "weft doctor", does = "what this machine and the bucket allow")
public final class Weft implements Callable<Integer> {
    @Spec private CommandSpec spec;

    private Weft() {}

    /// Prints the help if no command is given.
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /// Parses the arguments and runs the command. Prints an error as one sentence.
    ///
    /// @return the exit code
    public static int execute(Terminal terminal, String... arguments) {
        return execute(terminal, InstantSource.system(), arguments);
    }

    /// Does the same with another clock, which determines the age of objects.
    static int execute(Terminal terminal, InstantSource clock, String... arguments) {
        return commandLine(terminal, clock)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setParameterExceptionHandler(
                        (failure, _) ->
                                complain(
                                        terminal, UsageErrorText.sentence(failure), ExitCode.USAGE))
                .setExecutionExceptionHandler((failure, _, _) -> explain(terminal, failure))
                .execute(arguments);
    }

    /// Returns the tree of all commands.
    static CommandLine commandLine(Terminal terminal, InstantSource clock) {
        CommandLine line =
                new CommandLine(new Weft())
                        .addSubcommand(new CreateZipCommand(terminal))
                        .addSubcommand(new RunCommand(terminal))
                        .addSubcommand(new DemoCommand(terminal))
                        .addSubcommand(new PlotCommand(terminal))
                        .addSubcommand(new ReportCommand(terminal))
                        .addSubcommand(new CompareCommand(terminal))
                        .addSubcommand(new CleanCommand(terminal, clock))
                        .addSubcommand(new ServeCommand(terminal))
                        .addSubcommand(new DoctorCommand(terminal))
                        .addSubcommand(new CompletionCommand(terminal))
                        .setCaseInsensitiveEnumValuesAllowed(true);
        HelpLayout.apply(line, () -> terminal.size().columns());
        return line;
    }

    private static int explain(Terminal terminal, Exception failure) {
        String sentence =
                switch (failure) {
                    case UsageException _,
                            ArchiveException _,
                            StoreException _,
                            ServerStartException _,
                            PlotException _,
                            RecordException _ ->
                            String.valueOf(failure.getMessage());
                    case InterruptedException _ -> "interrupted";
                    default -> ErrorFile.write(failure, terminal);
                };
        return complain(terminal, sentence, ExitCode.of(failure));
    }

    private static int complain(Terminal terminal, String sentence, int exitCode) {
        terminal.printMessage(sentence);
        return exitCode;
    }
}
