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

/// Main class of a trial's child JVM. Runs the requested passes, and ends when its input ends.
public final class TrialMain {
    private static final long PROGRESS_MILLIS = 200;

    private final MessageChannel<ToTrial, FromTrial> wire;
    private final LinkedBlockingQueue<PassSpec> asked = new LinkedBlockingQueue<>();

    private TrialMain(MessageChannel<ToTrial, FromTrial> wire) {
        this.wire = wire;
    }

    /// Runs the child.
    public static void main(String[] arguments)
            throws IOException, ProtocolException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        SignalHandling.leaveToParent();
        PrintStream messages = System.out;
        // Other output must not break the messages.
        System.setOut(System.err);
        // Loads the classes of the probe, which takes tens of milliseconds, while weft's orders
        // arrive.
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
            // The last lines of a stack trace would hide the reason.
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
            // The parent is gone. The end of the input ends this JVM.
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }
}
