package dev.weft.cli;

import dev.weft.analysis.PresentChoice;
import dev.weft.plan.ModeName;
import dev.weft.session.RunRequest;
import dev.weft.session.UsageException;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/// Options of the judgement of results: calibration, baseline, diagnosis.
final class AnalysisOptions {
    @Option(
            names = "--calibrate",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "measure server, network and zip before the first trial, which the ideal needs (default); --no-calibrate omits it")
    boolean calibrate;

    @Option(
            names = "--rate-limit",
            paramLabel = "NUMBER",
            description =
                    "uploads a second that the server allows, where you know it: bounds the ideal")
    Optional<Double> rateLimit = Optional.empty();

    @Option(
            names = "--present",
            paramLabel = "MODE[:NUMBER]",
            converter = Converters.OfPresentChoice.class,
            completionCandidates = OptionValues.Mode.class,
            description =
                    "what you use today, such as threads:16: what the advice is held against (default: sequential)")
    Optional<PresentChoice> present = Optional.empty();

    @Option(
            names = "--diagnose",
            description =
                    "one more trial of each mode under the flight recorder, to see why; its times are no results")
    boolean diagnose;

    /// Checks the options against the modes and concurrencies of the run.
    RunRequest.Judging checked(RunRequest.Work work) throws UsageException {
        if (present.isPresent()) {
            insistOnMeasured(present.get(), work);
        }
        return new RunRequest.Judging(
                calibrate,
                rateLimit.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                present,
                diagnose);
    }

    private static void insistOnMeasured(PresentChoice present, RunRequest.Work work)
            throws UsageException {
        if (!work.modes().contains(present.mode())) {
            throw new UsageException(
                    "--present names %s, which --mode leaves out: advice is held against what is measured"
                            .formatted(present.mode().label()));
        }
        if (present.mode() != ModeName.SEQUENTIAL
                && present.concurrency().isPresent()
                && !work.concurrencies().contains(present.concurrency().getAsInt())) {
            throw new UsageException(
                    "--present names %d at once, which --concurrency leaves out: advice is held against what is measured"
                            .formatted(present.concurrency().getAsInt()));
        }
    }
}
