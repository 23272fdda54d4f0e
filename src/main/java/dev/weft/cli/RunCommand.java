package dev.weft.cli;

import dev.weft.screen.Terminal;
import dev.weft.session.OutputFormat;
import dev.weft.session.RunFiles;
import dev.weft.session.RunIds;
import dev.weft.session.RunRequest;
import dev.weft.session.RunSession;
import dev.weft.session.RunSetup;
import dev.weft.session.RunSummaryPrinter;
import dev.weft.session.UsageException;
import dev.weft.session.Variant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Measures the modes.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Uploads every file of a zip in each mode, repeatedly, and records every timing.",
            "A pass uploads all files of a zip once; a trial is a fresh JVM that makes passes of one mode.",
            "With neither an endpoint nor a bucket configured it starts its own S3 server."
        },
        exitCodeList = {
            "0:all well",
            "1:an upload or a pass failed; what was measured is recorded",
            "2:it could not be begun as asked for; nothing was measured",
            "130:interrupted (143 by SIGTERM, 129 by SIGHUP); resume with --resume"
        })
@HelpExample(value = "weft run", does = "every mode, 500 files, on an S3 server of its own")
@HelpExample(
        value = "weft run --concurrency=1,4,16,64,256 --files=20xC --file-size=4KiB",
        does = "how much concurrency is enough")
@HelpExample(
        value = "weft run --zip=photos.zip --mode=threads,virtual --verdict",
        does = "your own files, and which of two modes is faster")
@HelpExample(
        value = "weft run --bucket=my-bucket --region=eu-west-1 --dry-run",
        does = "your own bucket: what would be sent, and its price")
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;

    private final InstantSource clock = InstantSource.system();

    @Mixin private RunOptions options = new RunOptions();

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return options.amount.resume.isPresent()
                ? resume(options.amount.resume.get())
                : session(RunIds.next(clock.instant()), options, options.commandLine()).run();
    }

    private int resume(String runId) throws Exception {
        ResumedRun resumed = ResumedRun.of(runId, options, terminal);
        return session(runId, resumed.options(), resumed.commandLine()).run();
    }

    private RunSession session(String runId, RunOptions given, List<String> commandLine)
            throws UsageException {
        RunRequest request = given.request(terminal);
        OutputFormat format = request.output().format();
        if (request.amount().dryRun() && format != OutputFormat.TABLE) {
            throw new UsageException(
                    "--format is of results, and --dry-run makes none; leave one of the two out");
        }
        RunFiles files = RunFiles.of(runId, request.output(), terminal.folder());
        return new RunSession(
                new RunSetup(
                        format == OutputFormat.TABLE ? terminal : terminal.withAllOutputOnErr(),
                        commandLine,
                        List.of(Variant.alone(request, files, clock)),
                        files,
                        new RunSummaryPrinter(terminal, format, request.judging().present(), files),
                        clock));
    }
}
