package dev.weft.session;

import dev.weft.machine.SecretMasker;
import dev.weft.screen.Terminal;
import java.time.InstantSource;
import java.util.List;

/// Everything that an experiment needs except its target.
///
/// @param commandLine as `run.json` records it
/// @param variants at least one; all have the same requests apart from the inputs of their JVMs
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

    /// The request of the first variant: of the whole experiment, apart from the inputs of JVMs.
    RunRequest request() {
        return variants.getFirst().request();
    }

    /// Whether `--resume` can continue a run of that command line: it cannot continue a comparison,
    /// or a command line with a secret, which `run.json` omits.
    static boolean isResumable(List<String> commandLine) {
        return !commandLine.isEmpty()
                && commandLine.getFirst().equals("run")
                && SecretMasker.masked(commandLine).equals(commandLine);
    }
}
