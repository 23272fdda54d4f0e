package dev.weft.cli;

import dev.weft.process.Signals;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Ctrl-C and its like: the first one asks for a clean end, the second one ends at once.
///
/// Signals are handled rather than left to shutdown hooks, because while hooks run a second signal
/// is ignored.
final class Interruption {
    static final int SIGINT = 2;
    static final int SIGTERM = 15;

    private final Thread main = Thread.currentThread();
    private final AtomicInteger signal = new AtomicInteger();
    private final AtomicReference<Optional<Consumer<String>>> cleanEnd =
            new AtomicReference<>(Optional.empty());

    /// Handles the signals from now on. Called by the thread that does the work.
    static Interruption handled() {
        Interruption interruption = new Interruption();
        Signals.on("INT", () -> interruption.arrived(SIGINT));
        Signals.on("TERM", () -> interruption.arrived(SIGTERM));
        return interruption;
    }

    /// What a signal does from now on, instead of interrupting the thread that works.
    ///
    /// @param stop asked to end the work, with the reason
    void endBy(Consumer<String> stop) {
        cleanEnd.set(Optional.of(stop));
        if (signal.get() != 0) {
            stop.accept(reason());
        }
    }

    /// The exit code that a signal asks for; empty where there was none.
    Optional<Integer> exitCode() {
        return signal.get() == 0 ? Optional.empty() : Optional.of(ExitCode.SIGNAL + signal.get());
    }

    private void arrived(int number) {
        if (!signal.compareAndSet(0, number)) {
            Runtime.getRuntime().halt(ExitCode.SIGNAL + number);
        }
        cleanEnd.get().ifPresentOrElse(stop -> stop.accept(reason()), main::interrupt);
    }

    private String reason() {
        return "interrupted by SIG" + (signal.get() == SIGINT ? "INT" : "TERM");
    }
}
