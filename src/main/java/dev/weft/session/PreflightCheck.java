package dev.weft.session;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.BucketProperties;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.Forecast;
import dev.weft.plan.ModeName;
import dev.weft.plan.Target;
import dev.weft.screen.Terminal;
import dev.weft.text.BucketDescription;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Collectors;

/// Preflight check of a run. Prints the forecast and the cost, enforces the limits on requests and
/// cost, and asks for confirmation before weft writes to a remote server.
record PreflightCheck(Terminal terminal, Interruption interruption, RunPlan plan) {
    /// Checks the limits and prints the forecast, before the first request.
    ///
    /// @throws UsageException if the run must not start
    void begin() throws UsageException {
        checkLimits(BucketProperties.PLAIN);
        if (!plan.request().output().quiet()) {
            terminal.printMessage(sentence(plan, plan.forecast(BucketProperties.PLAIN)));
        }
        if (isRemote() && !guards().yes() && !terminal.interactive()) {
            throw new UsageException(
                    Bill.of(plan, BucketProperties.UNSEEN) + "; add --yes to send them");
        }
    }

    /// Checks the bucket after its properties are read and before the first write.
    ///
    /// @throws UsageException if a limit is exceeded, the bucket locks objects, or the user
    ///   declines
    void confirm(BucketProperties traits) throws UsageException {
        checkLimits(traits);
        BucketDescription text = new BucketDescription(plan.target().bucket(), traits);
        if (text.locks() && !guards().allowLocked()) {
            throw new UsageException(
                    text.lock() + "; use another bucket, or add --allow-locked if they may stay");
        }
        text.sentences().forEach(terminal::printMessage);
        if (isRemote()) {
            text.unknown().ifPresent(terminal::printMessage);
        }
        Bill bill = Bill.of(plan, traits);
        if (isRemote() && !guards().yes()) {
            ask(bill.toString());
        } else if (isRemote() || !plan.request().output().quiet()) {
            terminal.printMessage(bill.toString());
        }
    }

    private void checkLimits(BucketProperties traits) throws UsageException {
        Bill bill = Bill.of(plan, traits);
        long requests = bill.requests().total();
        if (guards().maxRequests().isPresent() && requests > guards().maxRequests().get()) {
            throw new UsageException(
                    "%,d requests would be sent, and --max-requests allows %,d; measure fewer files or repetitions, or allow more"
                            .formatted(requests, guards().maxRequests().get()));
        }
        if (guards().maxCost().isPresent() && bill.dollars() > guards().maxCost().get()) {
            throw new UsageException(
                    "the requests%s would cost about %s US dollars at Amazon S3, and --max-cost allows %s; measure fewer files or repetitions, or allow more"
                            .formatted(
                                    bill.bytesBack() > 0 ? " and what they bring back" : "",
                                    bill.cents(),
                                    guards().maxCost().get()));
        }
    }

    private RunRequest.Guards guards() {
        return plan.request().guards();
    }

    private boolean isRemote() {
        return plan.target().kind() == Target.Kind.CONFIGURED && !onLoopback(plan.target());
    }

    /// Returns the work of the run as one sentence.
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
                        place(plan.target()),
                        trials,
                        trials == 1 ? "trial" : "trials",
                        forecast.requests().puts(),
                        forecast.bytes() >> 20,
                        FigureFormat.rough(forecast.time()));
    }

    /// Returns the name of the target.
    static String place(Target target) {
        return target.faults()
                .map(faults -> "an embedded S3 server (%s)".formatted(words(faults)))
                .orElseGet(() -> target.bucket() + " at " + target.label());
    }

    private static String words(FaultPlan faults) {
        return faults.remark()
                .orElseGet(
                        () ->
                                "%s ms an upload"
                                        .formatted(FigureFormat.millis(faults.latency().median())));
    }

    private void ask(String what) throws UsageException {
        // The read of an answer cannot be interrupted, and there is nothing to clean up yet.
        interruption.exitOnSignal();
        if (!new ConfirmationPrompt(terminal).isConfirmed(what + ". Send them?")) {
            throw new UsageException("nothing was sent");
        }
        interruption.interruptOnSignal();
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
