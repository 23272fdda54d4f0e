package dev.weft.doctor;

import java.io.PrintWriter;
import java.util.Locale;

/// A line of `weft doctor`.
///
/// @param subject what was checked
/// @param seen result of the check, and the remedy of a problem
public record Finding(State state, String subject, String seen) {
    /// State of the subject.
    public enum State {
        /// No problem.
        OK,
        /// A problem that may distort or hinder a run.
        WARNING,
        /// A problem that makes runs fail.
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
