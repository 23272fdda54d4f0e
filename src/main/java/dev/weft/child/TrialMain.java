package dev.weft.child;

import dev.weft.plan.PassSpec;
import dev.weft.probe.JvmProbe;
import dev.weft.process.FromTrial;
import dev.weft.process.MessageChannel;
import dev.weft.process.ProtocolException;
import dev.weft.process.SignalHandling;
import dev.weft.process.ToTrial;
import dev.weft.run.LocalTrials;
import dev.weft.run.Progress;
import dev.weft.run.Trial;
import dev.weft.run.TrialException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The child JVM of one trial: makes the passes that it is told to, and ends when its input does.
public final class TrialMain {
    private static final long PROGRESS_MILLIS = 200;

    private final MessageChannel<ToTrial, FromTrial> wire;
    private final LinkedBlockingQueue<PassSpec> asked = new LinkedBlockingQueue<>();

    private TrialMain(MessageChannel<ToTrial, FromTrial> wire) {
        this.wire = wire;
    }

    /// Starts the child.
    public static void main(String[] arguments)
            throws IOException, ProtocolException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        SignalHandling.leaveToParent();
        PrintStream messages = System.out;
        // Whatever else prints must not break the messages.
        System.setOut(System.err);
        // What the probe needs takes tens of milliseconds to load: meanwhile weft's orders are
        // read.
        daemon("weft-probe", JvmProbe::new);
        new TrialMain(new MessageChannel<>(ToTrial.class, FromTrial.class, System.in, messages))
                .serve();
    }

    private void serve() throws IOException, ProtocolException, InterruptedException {
        if (!(wire.receive().orElse(null) instanceof ToTrial.Open open)) {
            return;
        }
        LocalTrials here = new LocalTrials(InstantSource.system(), Optional.of(open.spawnedAt()));
        try (Trial trial = here.open(open.spec())) {
            daemon("weft-orders", () -> listen(trial));
            daemon("weft-progress", () -> reportProgress(trial));
            while (true) {
                wire.send(new FromTrial.Finished(trial.run(asked.take())));
            }
        } catch (TrialException e) {
            wire.send(new FromTrial.Broke(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            // The last lines of a stack trace would tell nobody what happened.
            e.printStackTrace();
            wire.send(new FromTrial.Broke("weft has a defect: " + e));
        }
    }

    private void listen(Trial trial) {
        try {
            for (Optional<ToTrial> order = wire.receive();
                    order.isPresent();
                    order = wire.receive()) {
                switch (order.get()) {
                    case ToTrial.Open _ ->
                            throw new IllegalStateException("a trial is opened once");
                    case ToTrial.Run(PassSpec pass) -> asked.add(pass);
                    case ToTrial.Stop(String reason) -> trial.stop(reason);
                }
            }
        } catch (IOException | ProtocolException | RuntimeException e) {
            System.err.println(e);
        } finally {
            ChildExit.now();
        }
    }

    private void reportProgress(Trial trial) {
        Progress last = Progress.NONE;
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(PROGRESS_MILLIS);
                Progress now = trial.progress();
                if (!now.equals(last)) {
                    wire.send(new FromTrial.Moved(now));
                    last = now;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // Nobody listens: the end of the input will tell.
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }
}
