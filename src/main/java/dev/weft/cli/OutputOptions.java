package dev.weft.cli;

import dev.weft.plan.VerifyLevel;
import dev.weft.session.OutputFormat;
import dev.weft.session.RunFiles;
import dev.weft.session.RunRequest;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Options of the files and the output of a run.
final class OutputOptions {
    @Option(
            names = "--csv",
            defaultValue = RunFiles.RESULTS,
            paramLabel = "FILE",
            description = "gets a row for each pass (default: ${DEFAULT-VALUE})")
    Path csv = Path.of("");

    @Option(
            names = "--timings-csv",
            paramLabel = "FILE",
            description = "gets a row for each upload (default: benchmark/runs/RUN_ID/timings.csv)")
    Optional<Path> timings = Optional.empty();

    @OnResume
    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "FORMAT",
            converter = Converters.OfFormat.class,
            completionCandidates = Converters.OfFormat.class,
            description =
                    "what goes to standard output: table (default), json, csv or markdown; all else goes to standard error then")
    OutputFormat format = OutputFormat.TABLE;

    @Option(
            names = "--verify",
            defaultValue = "checksum",
            paramLabel = "LEVEL",
            converter = Converters.OfVerifyLevel.class,
            completionCandidates = Converters.OfVerifyLevel.class,
            description =
                    "how closely the bucket is read back after each pass: none, list (names and sizes), checksum (default), or content (every object is got)")
    VerifyLevel verify = VerifyLevel.CHECKSUM;

    @Option(names = "--keep-objects", description = "leave what was uploaded in the bucket")
    boolean keepObjects;

    @OnResume
    @Option(names = "--quiet", description = "no progress, only the table")
    boolean quiet;

    /// Returns the options. Each is valid as parsed.
    RunRequest.Output checked() {
        return new RunRequest.Output(csv, timings, format, verify, keepObjects, quiet);
    }
}
