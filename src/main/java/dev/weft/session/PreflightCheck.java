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

/// Says before anything is sent what will be sent where, how long it takes and about what it costs;
/// keeps to the limits that were set; asks before anything is written to a server elsewhere.
record PreflightCheck(Terminal terminal, Interruption interruption, RunPlan plan) {
    /// What can be said before the first request.
    ///
    /// @throws UsageException where the run is not to begin
    void begin() throws UsageException {
        insistOnLimits(BucketProperties.PLAIN);
        if (!plan.request().output().quiet()) {
            terminal.say(sentence(plan, plan.forecast(BucketProperties.PLAIN)));
        }
        if (isElsewhere() && !guards().yes() && !terminal.interactive()) {
            throw new UsageException(
                    Bill.of(plan, BucketProperties.UNSEEN) + "; say --yes to send them");
        }
    }

    /// What is to be said once it is known what kind of bucket it is, of which weft has only read
    /// so far.
    ///
    /// @throws UsageException where the run is not to go on
    void confirm(BucketProperties traits) throws UsageException {
        insistOnLimits(traits);
        BucketDescription text = new BucketDescription(plan.target().bucket(), traits);
        if (text.locks() && !guards().allowLocked()) {
            throw new UsageException(
                    text.lock() + "; use another bucket, or say --allow-locked if they may stay");
        }
        text.sentences().forEach(terminal::say);
        if (isElsewhere()) {
            text.unknown().ifPresent(terminal::say);
        }
        Bill bill = Bill.of(plan, traits);
        if (isElsewhere() && !guards().yes()) {
            ask(bill.toString());
        } else if (isElsewhere() || !plan.request().output().quiet()) {
            terminal.say(bill.toString());
        }
    }

    private void insistOnLimits(BucketProperties traits) throws UsageException {
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

    private boolean isElsewhere() {
        return plan.target().kind() == Target.Kind.CONFIGURED && !onLoopback(plan.target());
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
                        place(plan.target()),
                        trials,
                        trials == 1 ? "trial" : "trials",
                        forecast.requests().puts(),
                        forecast.bytes() >> 20,
                        FigureFormat.rough(forecast.time()));
    }

    /// Where uploads go.
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
        // Reading an answer cannot be interrupted, and nothing was begun that would have to be
        // ended.
        interruption.endAtOnce();
        if (!new ConfirmationPrompt(terminal).isAgreedTo(what + ". Send them?")) {
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
