package dev.weft.doctor;

import java.io.PrintWriter;
import java.util.Locale;

/// One line of `doctor`.
///
/// @param subject what was looked at
/// @param seen what is there, and what to do about it where it is not well
public record Finding(State state, String subject, String seen) {
    /// Whether it is well.
    public enum State {
        /// It is.
        OK,
        /// It may spoil or hinder a run.
        WARNING,
        /// No run can do with it.
        FAILURE
    }

    public static Finding ok(String subject, String seen) {
        return new Finding(State.OK, subject, seen);
    }

    public static Finding warning(String subject, String seen, String remedy) {
        return new Finding(State.WARNING, subject, seen + "; " + remedy);
    }

    static Finding failure(String subject, String seen) {
        return new Finding(State.FAILURE, subject, seen);
    }

    public void print(PrintWriter out) {
        out.println(
                "%-8s %-12s %s".formatted(state.name().toLowerCase(Locale.ROOT), subject, seen));
    }
}
