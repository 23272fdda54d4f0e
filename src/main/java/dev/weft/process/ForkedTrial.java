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

/// A trial in a child JVM.
final class ForkedTrial implements Trial {
    private final ChildJvm child;
    private final Duration grace;
    private final Duration silence;
    private final MessageChannel<FromTrial, ToTrial> wire;
    private final LinkedBlockingQueue<Event> inbox = new LinkedBlockingQueue<>();
    private volatile Progress progress = Progress.NONE;

    private sealed interface Event {
        record Said(FromTrial message) implements Event {}

        record Lost(String why) implements Event {}

        record Silent() implements Event {}

        record OutOfPatience() implements Event {}
    }

    /// A trial in a child that was just started.
    ///
    /// @param grace how long it may take to stop
    /// @param silence how long it may go without a word in a pass: its own watchdog ends a pass
    ///   sooner
    ForkedTrial(ChildJvm child, Duration grace, Duration silence) {
        this.child = child;
        this.grace = grace;
        this.silence = silence;
        this.wire =
                new MessageChannel<>(FromTrial.class, ToTrial.class, child.output(), child.input());
        Thread.ofVirtual().name("weft-trial-inbox").start(this::listen);
    }

    private void listen() {
        try {
            for (Optional<FromTrial> message = wire.receive();
                    message.isPresent();
                    message = wire.receive()) {
                inbox.add(new Event.Said(message.get()));
            }
            inbox.add(new Event.Lost(lastWords()));
        } catch (IOException e) {
            inbox.add(new Event.Lost("its output broke: " + e.getMessage()));
        } catch (ProtocolException e) {
            inbox.add(new Event.Lost(e.getMessage() == null ? "" : e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String lastWords() throws InterruptedException {
        Optional<String> exhausted = child.exhausted();
        return exhausted.isPresent()
                ? "its JVM ran out of memory (%s); lower --concurrency, or raise -Xmx with --java-options"
                        .formatted(exhausted.get())
                : child.lastWords();
    }

    /// A message that finds nobody is no fault here: what the child said last explains it, and
    /// [#run] reports that.
    void send(ToTrial message) {
        try {
            wire.send(message);
        } catch (IOException e) {
            // See above.
        }
    }

    @Override
    public PassResult run(PassSpec pass) throws TrialException, InterruptedException {
        progress = Progress.NONE;
        send(new ToTrial.Run(pass));
        while (true) {
            switch (next()) {
                case Event.Said(FromTrial.Moved(Progress moved)) -> progress = moved;
                case Event.Said(FromTrial.Finished(PassResult result)) -> {
                    if (result.earlyStop().filter(EarlyStop::endsTrial).isPresent()) {
                        // So that no upload arrives after what is deleted for it.
                        child.close();
                    }
                    return result;
                }
                case Event.Said(FromTrial.Broke(String message)) -> throw lost(message);
                case Event.Lost(String why) -> throw lost(why);
                case Event.Silent() -> throw silent();
                case Event.OutOfPatience() ->
                        throw lost("it did not stop within %d s".formatted(grace.toSeconds()));
            }
        }
    }

    /// A child that hangs says nothing, and would be waited for without end.
    private Event next() throws InterruptedException {
        Event next = inbox.poll(silence.toNanos(), TimeUnit.NANOSECONDS);
        return next == null ? new Event.Silent() : next;
    }

    private TrialException silent() throws InterruptedException {
        child.kill();
        return new TrialException(
                "it said nothing for %d s and was taken to hang".formatted(silence.toSeconds()),
                PassStatus.TIMED_OUT);
    }

    /// Ends the child first, so that no upload arrives after what is deleted for it.
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
                                inbox.add(new Event.OutOfPatience());
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
