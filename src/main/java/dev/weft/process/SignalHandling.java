package dev.weft.process;

import java.util.List;

/// Registers signal handlers of this JVM.
public final class SignalHandling {
    private SignalHandling() {}

    /// Ignores the signals that end a process group. A child exits at the end of its input, so weft
    /// can use it for cleanup first.
    public static void leaveToParent() {
        for (String name : List.of("INT", "TERM", "HUP")) {
            on(name, () -> {});
        }
    }

    /// Calls the handler in a separate thread on each signal.
    ///
    /// @param name name without `SIG`, such as `INT`
    public static void on(String name, Runnable handler) {
        var _ = org.jline.utils.Signals.register(name, handler);
    }
}
