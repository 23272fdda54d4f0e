package dev.weft.cli;

import dev.weft.session.ExitCode;
import java.util.List;

/// How a documented command is run by a test.
sealed interface DocumentedRun {
    /// What a shell is given.
    String text();

    /// It is run, and ends by itself.
    ///
    /// @param exitCodes that are right
    record Ends(String text, List<Integer> exitCodes) implements DocumentedRun {
        /// One that has to end well.
        static Ends well(String text) {
            return new Ends(text, List.of(ExitCode.OK));
        }

        /// One that may find that something is not as it should be.
        static Ends wellOrNot(String text) {
            return new Ends(text, List.of(ExitCode.OK, ExitCode.FAILED));
        }
    }

    /// Runs until it prints that it is ready, and is then ended.
    record Serves(String text) implements DocumentedRun {}

    /// make is asked what it would do.
    record Planned(String text) implements DocumentedRun {}

    /// It is only read, by [DocumentedCommandsTest].
    ///
    /// @param reason why no test can run it
    record OnlyRead(String text, String reason) implements DocumentedRun {}
}
