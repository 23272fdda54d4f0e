package dev.weft.cli;

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

    @Mixin private RunOptions options = new RunOptions();

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return new RunSession(terminal, RunRequest.of(options), options).run();
    }
}
