package dev.weft.session;

import dev.weft.machine.SecretMasker;
import dev.weft.screen.Terminal;
import java.time.InstantSource;
import java.util.List;

/// Parts of an experiment, except its target.
///
/// @param commandLine command line in the form of `run.json`
/// @param variants one or more variants; their requests differ only in the inputs of their JVMs
public record RunSetup(
        Terminal terminal,
        List<String> commandLine,
        List<Variant> variants,
        RunFiles files,
        SummaryPrinter summary,
        InstantSource clock) {
    public RunSetup {
        commandLine = List.copyOf(commandLine);
        variants = List.copyOf(variants);
    }

    /// Returns the request of the first variant. It holds for the whole experiment, except for the
    /// inputs of the JVMs.
    RunRequest request() {
        return variants.getFirst().request();
    }

    /// Returns whether `--resume` can continue a run with this command line. It cannot continue a
    /// comparison, or a command line with a secret, because `run.json` omits secrets.
    static boolean isResumable(List<String> commandLine) {
        return !commandLine.isEmpty()
                && commandLine.getFirst().equals("run")
                && SecretMasker.masked(commandLine).equals(commandLine);
    }
}
