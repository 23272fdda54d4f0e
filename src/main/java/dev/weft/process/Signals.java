package dev.weft.process;

/// What this JVM does about signals.
public final class Signals {
    private Signals() {}

    /// Lets the signal pass: a child shares the terminal's process group, and ends when its input
    /// does.
    ///
    /// @param name without `SIG`
    public static void ignore(String name) {
        on(name, () -> {});
    }

    /// Calls the handler in a thread of its own each time the signal comes.
    ///
    /// @param name without `SIG`
    public static void on(String name, Runnable handler) {
        var _ = org.jline.utils.Signals.register(name, handler);
    }
}
