package dev.weft.process;

import dev.weft.plan.PassSpec;
import dev.weft.record.EarlyStop;
import dev.weft.record.PassResult;
import dev.weft.record.PassStatus;
import dev.weft.run.Progress;
import dev.weft.run.Trial;
import dev.weft.run.TrialException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Runs a trial in a child JVM.
final class ForkedTrial implements Trial {
    private final ChildJvm child;
    private final Duration grace;
    private final Duration silence;
    private final MessageChannel<FromTrial, ToTrial> channel;
    private final LinkedBlockingQueue<Event> inbox = new LinkedBlockingQueue<>();
    private volatile Progress progress = Progress.NONE;

    private sealed interface Event {
        record Received(FromTrial message) implements Event {}

        record Lost(String why) implements Event {}

        record SilenceTimeout() implements Event {}

        record StopTimeout() implements Event {}
    }

    /// Takes over a child that was just started.
    ///
    /// @param grace timeout for a request to stop
    /// @param silence timeout without a message during a pass; longer than the child's own watchdog
    ///   needs to end the pass
    ForkedTrial(ChildJvm child, Duration grace, Duration silence) {
        this.child = child;
        this.grace = grace;
        this.silence = silence;
        this.channel =
                new MessageChannel<>(FromTrial.class, ToTrial.class, child.output(), child.input());
        Thread.ofVirtual().name("weft-trial-inbox").start(this::listen);
    }

    private void listen() {
        try {
            for (Optional<FromTrial> message = channel.receive();
                    message.isPresent();
                    message = channel.receive()) {
                inbox.add(new Event.Received(message.get()));
            }
            inbox.add(new Event.Lost(reasonOfExit()));
        } catch (IOException e) {
            inbox.add(new Event.Lost("its output broke: " + e.getMessage()));
        } catch (ProtocolException e) {
            inbox.add(new Event.Lost(e.getMessage() == null ? "" : e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String reasonOfExit() throws InterruptedException {
        Optional<String> exhausted = child.exhausted();
        return exhausted.isPresent()
                ? "its JVM ran out of memory (%s); lower --concurrency, or raise -Xmx with --java-options"
                        .formatted(exhausted.get())
                : child.lastWords();
    }

    /// Sends a message. Ignores a failure, because [#run] reports why the child exited.
    void send(ToTrial message) {
        try {
            channel.send(message);
        } catch (IOException e) {
            // The child has exited.
        }
    }

    @Override
    public PassResult run(PassSpec pass) throws TrialException, InterruptedException {
        progress = Progress.NONE;
        send(new ToTrial.Run(pass));
        while (true) {
            switch (next()) {
                case Event.Received(FromTrial.Moved(Progress moved)) -> progress = moved;
                case Event.Received(FromTrial.Finished(PassResult result)) -> {
                    if (result.earlyStop().filter(EarlyStop::endsTrial).isPresent()) {
                        // Otherwise an upload could arrive after the deletion of the objects.
                        child.close();
                    }
                    return result;
                }
                case Event.Received(FromTrial.Broke(String message)) -> throw lost(message);
                case Event.Lost(String why) -> throw lost(why);
                case Event.SilenceTimeout() -> throw hung();
                case Event.StopTimeout() ->
                        throw lost("it did not stop within %d s".formatted(grace.toSeconds()));
            }
        }
    }

    /// Waits for the next event, with a timeout for a child that hangs.
    private Event next() throws InterruptedException {
        Event next = inbox.poll(silence.toNanos(), TimeUnit.NANOSECONDS);
        return next == null ? new Event.SilenceTimeout() : next;
    }

    private TrialException hung() throws InterruptedException {
        child.kill();
        return new TrialException(
                "it sent nothing for %d s and was ended".formatted(silence.toSeconds()),
                PassStatus.TIMED_OUT);
    }

    /// Kills the child first; otherwise an upload could arrive after the deletion of the objects.
    private TrialException lost(String why) throws InterruptedException {
        child.kill();
        return new TrialException(why);
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void stop(String reason) {
        send(new ToTrial.Stop(reason));
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                Thread.sleep(grace);
                                inbox.add(new Event.StopTimeout());
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    @Override
    public void close() {
        child.close();
    }
}
