package dev.weft.child;

import dev.weft.plan.ModeName;
import dev.weft.plan.TrialSpec;
import dev.weft.process.ForkedServer;
import dev.weft.process.ForkedTrials;
import dev.weft.run.Trial;
import dev.weft.server.ServerSettings;
import dev.weft.testing.Embedded;
import dev.weft.testing.Jvm;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// A small weft: a server, and a trial that uploads to it for minutes.
final class Parent {
    private Parent() {}

    /// Prints a line once an upload is on its way.
    ///
    /// @param arguments the folder for all that it writes
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path zip = SmallZip.write(folder.resolve("one.zip"), Map.of("a", SmallZip.noise(1_000)));
        ServerSettings settings =
                ServerSettings.onLoopback("weft-test", folder)
                        .withPutLatency(Duration.ofMinutes(10));
        ForkedServer server =
                ForkedServer.start(ServerMain.class, settings, folder.resolve("server.log"));
        TrialSpec spec =
                Specs.trial(
                        ModeName.ASYNC,
                        1,
                        Embedded.target(settings, server.endpoint()),
                        folder.resolve("timings.csv"));
        Trial trial =
                new ForkedTrials(TrialMain.class, Jvm.SHORT_LIVED, folder, InstantSource.system())
                        .open(spec);
        System.out.println("ready");
        var _ = trial.run(Specs.cold(zip));
    }
}
