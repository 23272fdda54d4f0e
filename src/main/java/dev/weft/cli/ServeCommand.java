package dev.weft.cli;

import dev.weft.plan.FaultPlan;
import dev.weft.screen.Terminal;
import dev.weft.server.EmbeddedServer;
import dev.weft.server.ServerCredentials;
import dev.weft.server.ServerSettings;
import dev.weft.session.ExitCode;
import dev.weft.session.Interruption;
import dev.weft.session.UsageException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Starts the embedded S3 server for any client, until it is interrupted.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Serves S3 on this machine, in memory, until it is interrupted.",
            "Prints where and with which keys, as lines of an .env file."
        },
        exitCodeList = {
            "0:it was ended by SIGINT or SIGTERM",
            "2:it could not be begun as asked for"
        })
@HelpExample(
        value = "weft serve --port=9000",
        does = "for any client of S3, at http://127.0.0.1:9000")
@HelpExample(value = "weft serve > .env", does = "for weft run in this folder, in another terminal")
@HelpExample(
        value = "weft serve --latency='lognormal(p50=20ms,p99=120ms)' --fault='error(share=1%)'",
        does = "slow and faulty, the same way every time")
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--port",
            defaultValue = "0",
            paramLabel = "NUMBER",
            description = "port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--bucket",
            defaultValue = "weft",
            paramLabel = "NAME",
            description = "bucket that exists from the start (default: ${DEFAULT-VALUE})")
    private String bucket = "";

    @Mixin private FaultOptions faults = new FaultOptions();

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Interruption.handled().onSignal(_ -> ended.countDown());
        // Checks the settings with an existing folder, before the spill folder is created.
        ServerSettings draft = settings(terminal.folder());
        ServerCredentials key = draft.credentials();
        try (TemporaryFolder spillFolder = TemporaryFolder.named("weft-serve");
                EmbeddedServer server =
                        EmbeddedServer.start(draft.withSpillFolder(spillFolder.path()))) {
            print("AWS_ENDPOINT_URL_S3", server.endpoint().toString());
            print("AWS_REGION", EmbeddedServer.REGION);
            print("AWS_ACCESS_KEY_ID", key.accessKeyId());
            print("AWS_SECRET_ACCESS_KEY", key.secretAccessKey());
            print("WEFT_BUCKET", bucket);
            ended.await();
        }
        return ExitCode.OK;
    }

    private ServerSettings settings(Path spillFolder) throws UsageException {
        FaultPlan plan = faults.plan(terminal.folder());
        try {
            return ServerSettings.onLoopback(bucket, spillFolder).withPort(port).withFaults(plan);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void print(String name, String value) {
        terminal.out().println(name + "=" + value);
        terminal.out().flush();
    }
}
