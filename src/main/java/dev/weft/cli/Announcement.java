package dev.weft.cli;

import dev.weft.analysis.Figures;
import dev.weft.plan.Forecast;
import dev.weft.plan.ModeName;
import dev.weft.plan.Target;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Collectors;

/// Says before the first request what will be sent where, how long it takes and about what it
/// costs; asks before anything goes to a server elsewhere.
record Announcement(Terminal terminal, RunOptions options, Interruption interruption) {
    void tell(RunPlan plan) throws UsageException {
        Forecast forecast = plan.forecast(options);
        Target target = plan.target();
        if (options.maxRequests.isPresent() && forecast.requests() > options.maxRequests.get()) {
            throw new UsageException(
                    "%,d requests would be sent, and --max-requests allows %,d; measure fewer files or repetitions, or allow more"
                            .formatted(forecast.requests(), options.maxRequests.get()));
        }
        if (!options.quiet) {
            terminal.err().println("weft: " + sentence(plan, forecast));
            terminal.err().flush();
        }
        if (target.kind() == Target.Kind.CONFIGURED && !onLoopback(target)) {
            tellCost(target, forecast);
        }
    }

    /// What a run will do.
    static String sentence(RunPlan plan, Forecast forecast) {
        int trials = plan.trials().size();
        return "%s against %s; %d %s, %,d uploads, %,d MiB; about %s"
                .formatted(
                        plan.trials().stream()
                                .map(trial -> trial.spec().mode())
                                .distinct()
                                .sorted()
                                .map(ModeName::label)
                                .collect(Collectors.joining(", ")),
                        plan.target()
                                .latency()
                                .map(
                                        latency ->
                                                "an embedded S3 server (%s ms an upload)"
                                                        .formatted(Figures.millis(latency)))
                                .orElseGet(
                                        () ->
                                                plan.target().bucket()
                                                        + " at "
                                                        + plan.target().label()),
                        trials,
                        trials == 1 ? "trial" : "trials",
                        forecast.puts(),
                        forecast.bytes() >> 20,
                        Figures.rough(forecast.time()));
    }

    private void tellCost(Target target, Forecast forecast) throws UsageException {
        String what =
                "at least %,d PUT and %,d LIST or DELETE requests with %,d MiB go to bucket %s at %s and cost about %.2f US dollars at Amazon's prices"
                        .formatted(
                                forecast.puts(),
                                forecast.others(),
                                forecast.bytes() >> 20,
                                target.bucket(),
                                target.label(),
                                forecast.dollars());
        if (options.yes) {
            terminal.err().println("weft: " + what);
            terminal.err().flush();
        } else if (terminal.interactive()) {
            ask(what);
        } else {
            throw new UsageException(what + "; say --yes to send them");
        }
    }

    private void ask(String what) throws UsageException {
        // Reading an answer cannot be interrupted, and nothing was begun that would have to be
        // ended.
        interruption.endAtOnce();
        if (!new Question(terminal).isAgreedTo(what + ". Send them?")) {
            throw new UsageException("nothing was sent");
        }
        interruption.endByInterrupt();
    }

    private static boolean onLoopback(Target target) {
        try {
            return target.endpoint().isPresent()
                    && InetAddress.getByName(target.endpoint().map(URI::getHost).orElse(""))
                            .isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
