package dev.weft.process;

import java.util.List;

/// What this JVM does about signals.
public final class SignalHandling {
    private SignalHandling() {}

    /// Lets the signals pass that end a process group: a child ends when its input does, so that
    /// weft can tidy up with its help first.
    public static void leaveToParent() {
        for (String name : List.of("INT", "TERM", "HUP")) {
            on(name, () -> {});
        }
    }

    /// Calls the handler in a thread of its own each time the signal comes.
    ///
    /// @param name without `SIG`
    public static void on(String name, Runnable handler) {
        var _ = org.jline.utils.Signals.register(name, handler);
    }
}
