package dev.weft.cli;

import dev.weft.cli.DocumentedRun.Ends;
import dev.weft.cli.DocumentedRun.OnlyRead;
import dev.weft.cli.DocumentedRun.Planned;
import dev.weft.cli.DocumentedRun.Serves;
import java.util.List;
import java.util.Optional;

/// What is not done as the documents say when a test runs their commands. This is the whole list:
///
/// - A command that is only named in a sentence is asked for its help.
/// - Zips have 3 or 4 files of 1 KiB, in place of `--files` and `--file-size`.
/// - Runs have one block, one pass, no warm-up and no calibration, and one mode, async, where none
///   is named. Of several concurrencies, 1 and 2 are left. They stay in one JVM (`--forks=0`) where
///   that is allowed; where it is not, they have one mode of several.
/// - A demonstration shows uploads of 1 ms.
/// - A server takes any port, and a bucket elsewhere is one of an embedded server ([#BUCKET]).
///   `run` and `compare` take that one too, unless they say how a server of their own is to be.
/// - The run that an option names is one that is there; a comparison may find that one side is
///   slower and `doctor` that the machine has too little, and both may say so (exit code 1).
/// - make is only asked what it would do where it builds or tests weft, or works for half an hour.
/// - What has to be interrupted first is only read.
final class DocumentedRuns {
    /// The bucket that stands for every other one.
    static final String BUCKET = "my-bucket";

    /// Stands for a run that is there.
    static final String RUN = "A_RUN_THAT_IS_THERE";

    private static final List<String> BUILDING =
            List.of("test", "check", "fmt", "bench", "evidence", "pictures", "clean");

    private DocumentedRuns() {}

    /// How to run a command; empty for an unknown command, which is a failure.
    static Optional<DocumentedRun> of(DocumentedCommand command) {
        if (command.isMake()) {
            return Optional.of(make(command));
        }
        List<String> options = command.quoted();
        if (options.contains("--help") || options.contains("--version")) {
            return Optional.of(Ends.well(command.text().replace("COMMAND", "run")));
        }
        if (command.isName()) {
            return Optional.of(
                    Ends.well("%s %s --help".formatted(command.program(), options.getFirst())));
        }
        ScaledDown scaled = new ScaledDown(command);
        return command.command().flatMap(name -> run(name, command, scaled));
    }

    private static Optional<DocumentedRun> run(
            String name, DocumentedCommand command, ScaledDown scaled) {
        return Optional.ofNullable(
                switch (name) {
                    case "run" ->
                            command.values("--resume").findAny().isPresent()
                                    ? new OnlyRead(command.text(), "no run was interrupted")
                                    : Ends.well(scaled.run());
                    case "compare" -> Ends.wellOrNot(scaled.compare());
                    case "create-zip" -> Ends.well(scaled.zip());
                    case "demo" -> Ends.well(scaled.with("--latency", "1ms"));
                    case "serve" -> new Serves(scaled.with("--port", "0"));
                    case "doctor" -> Ends.wellOrNot(scaled.elsewhere());
                    case "clean" -> Ends.well(scaled.elsewhere());
                    case "plot", "report" -> Ends.well(scaled.ofARun());
                    case "completion", "help" -> Ends.well(command.text());
                    default -> null;
                });
    }

    private static DocumentedRun make(DocumentedCommand command) {
        List<String> targets = command.targets();
        if (targets.stream().anyMatch(BUILDING::contains)) {
            return new Planned("make -n " + String.join(" ", targets));
        }
        return Ends.well(
                targets.contains("run-all")
                        ? ScaledDown.runAll(command)
                        : command.text().replaceAll("FILES_IN_ZIP=\\d+", "FILES_IN_ZIP=3")
                                + " FILE_SIZE=1KiB");
    }
}
