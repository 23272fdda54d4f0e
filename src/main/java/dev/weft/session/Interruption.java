package dev.weft.session;

import dev.weft.process.SignalHandling;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Ctrl-C and its like: the first one asks for a clean end, a second Ctrl-C ends at once.
///
/// Signals are handled rather than left to shutdown hooks, because while hooks run a second signal
/// is ignored.
public final class Interruption {
    private final Thread main = Thread.currentThread();
    private final AtomicReference<Optional<Kind>> signal = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Consumer<String>>> cleanEnd =
            new AtomicReference<>(Optional.empty());

    /// The signals that ask for an end, with their numbers as POSIX has them.
    private enum Kind {
        /// The terminal is gone.
        HUP(1),
        /// Ctrl-C.
        INT(2),
        /// Another process asks for it.
        TERM(15);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    /// Handles the signals from now on. Called by the thread that does the work.
    public static Interruption handled() {
        Interruption interruption = new Interruption();
        for (Kind kind : Kind.values()) {
            SignalHandling.on(kind.name(), () -> interruption.arrived(kind));
        }
        return interruption;
    }

    /// What a signal does from now on, instead of interrupting the thread that works.
    ///
    /// @param stop asked to end the work, with the reason
    public void endBy(Consumer<String> stop) {
        cleanEnd.set(Optional.of(stop));
        signal.get().ifPresent(kind -> stop.accept(reason(kind)));
    }

    /// From now on a signal interrupts the thread that works, as at the beginning.
    void endByInterrupt() {
        cleanEnd.set(Optional.empty());
    }

    /// From now on a signal ends weft at once.
    void endAtOnce() {
        endBy(_ -> Runtime.getRuntime().halt(exitCode().orElse(ExitCode.INTERRUPTED)));
    }

    /// The exit code that a signal asks for; empty where there was none.
    public Optional<Integer> exitCode() {
        return signal.get().map(kind -> ExitCode.SIGNAL + kind.number);
    }

    private void arrived(Kind kind) {
        if (!signal.compareAndSet(Optional.empty(), Optional.of(kind))) {
            endImpatiently(kind);
            return;
        }
        cleanEnd.get().ifPresentOrElse(stop -> stop.accept(reason(kind)), main::interrupt);
    }

    /// A second Ctrl-C is a person who does not want to wait. Other signals come twice without
    /// anybody's asking: from a shell and the kernel when a terminal is closed, from `timeout` to
    /// its child and to the group.
    private static void endImpatiently(Kind kind) {
        if (kind == Kind.INT) {
            Runtime.getRuntime().halt(ExitCode.SIGNAL + kind.number);
        }
    }

    private static String reason(Kind kind) {
        return "interrupted by SIG" + kind;
    }
}
