package dev.weft.session;

import dev.weft.process.SignalHandling;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Handles signals: the first one requests a clean end, a second Ctrl-C ends weft at once.
///
/// The JVM ignores a second signal while shutdown hooks run, so weft handles signals itself.
public final class Interruption {
    private final Thread main = Thread.currentThread();
    private final AtomicReference<Optional<Kind>> signal = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Consumer<String>>> cleanEnd =
            new AtomicReference<>(Optional.empty());

    /// Signals that request an end, with their POSIX numbers.
    private enum Kind {
        /// The terminal was closed.
        HUP(1),
        /// Ctrl-C.
        INT(2),
        /// Another process requested the end.
        TERM(15);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    /// Installs the handlers. Call this on the thread that does the work.
    public static Interruption handled() {
        Interruption interruption = new Interruption();
        for (Kind kind : Kind.values()) {
            SignalHandling.on(kind.name(), () -> interruption.arrived(kind));
        }
        return interruption;
    }

    /// Makes signals call a function instead of interrupting the working thread.
    ///
    /// @param stop function that ends the work; receives the reason
    public void onSignal(Consumer<String> stop) {
        cleanEnd.set(Optional.of(stop));
        signal.get().ifPresent(kind -> stop.accept(reason(kind)));
    }

    /// Makes signals interrupt the working thread, as at the start.
    void interruptOnSignal() {
        cleanEnd.set(Optional.empty());
    }

    /// Makes a signal end weft at once.
    void exitOnSignal() {
        onSignal(_ -> Runtime.getRuntime().halt(exitCode().orElse(ExitCode.INTERRUPTED)));
    }

    /// Returns the exit code of a received signal; empty without a signal.
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

    /// Ends weft at a second Ctrl-C only. Other signals may arrive twice for one cause: from a
    /// shell and the kernel when a terminal closes, or from `timeout` to its child and to the
    /// process group.
    private static void endImpatiently(Kind kind) {
        if (kind == Kind.INT) {
            Runtime.getRuntime().halt(ExitCode.SIGNAL + kind.number);
        }
    }

    private static String reason(Kind kind) {
        return "interrupted by SIG" + kind;
    }
}
