package dev.weft.cli;

import dev.weft.plan.FairnessContract;
import dev.weft.plan.Target;
import dev.weft.store.Bucket;
import dev.weft.store.S3Bucket;
import dev.weft.store.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Deletes what runs left in the bucket that were killed.
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Deletes the objects that killed runs left in the configured bucket. Looks only below weft/, and there only at what bears the name of a run; shows what it found, and asks.")
final class CleanCommand implements Callable<Integer> {
    /// No run is silent for so long, unless it has ended.
    private static final Duration SAFE_AGE = Duration.ofHours(1);

    private static final int CONNECTIONS = 1;

    private final Terminal terminal;
    private final InstantSource clock;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "what this run left, however new it is")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "what runs left that have written nothing for so long, such as 30m or 1d (default: 1h, because another weft may be at work)")
    private Optional<Duration> olderThan = Optional.empty();

    @Option(names = "--all", description = "what any run left, however new it is")
    private boolean all;

    @Option(names = "--dry-run", description = "show what was found, and delete nothing")
    private boolean dryRun;

    @Option(names = "--yes", description = "delete without asking")
    private boolean yes;

    @Mixin private TargetOptions target = new TargetOptions();

    CleanCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws UsageException, StoreException {
        Duration age = age();
        Target configured =
                target.configured(Settings.of(terminal.variables(), terminal.folder()))
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "no bucket is configured to look into; name one with --bucket or WEFT_BUCKET"));
        try (Bucket bucket = new S3Bucket(configured, FairnessContract.standard(CONNECTIONS))) {
            Leftovers leftovers = new Leftovers(bucket);
            Leftovers.Found found = leftovers.find(run);
            List<Leftover> chosen =
                    found.runs().stream()
                            .filter(left -> left.isOlderThan(age, clock.instant()))
                            .toList();
            show(found, chosen, configured);
            return chosen.isEmpty() || dryRun
                    ? ExitCode.OK
                    : clean(leftovers, chosen, configured.bucket());
        }
    }

    private Duration age() throws UsageException {
        if (run.isPresent() && !Leftover.isOwn(run.get())) {
            throw new UsageException(
                    "--run is '%s', which is no id of a run; runs have ids such as 20261121T093000Z-1a2b"
                            .formatted(run.get()));
        }
        if (all && (olderThan.isPresent() || run.isPresent())) {
            throw new UsageException(
                    "--all takes what any run left, however new it is; leave out either that or %s"
                            .formatted(run.isPresent() ? "--run" : "--older-than"));
        }
        return olderThan.orElse(all || run.isPresent() ? Duration.ZERO : SAFE_AGE);
    }

    private void show(Leftovers.Found found, List<Leftover> chosen, Target configured) {
        if (found.runs().isEmpty()) {
            say(
                    "nothing is left of %s in bucket %s at %s"
                            .formatted(
                                    run.map(id -> "run " + id).orElse("any run"),
                                    configured.bucket(),
                                    configured.label()));
        } else {
            table(found, chosen).forEach(terminal.out()::println);
        }
        if (found.foreign() > 0) {
            say(
                    "%s below %s of no run of weft, and left alone"
                            .formatted(
                                    found.foreign() == 1
                                            ? "1 object is"
                                            : "%,d objects are".formatted(found.foreign()),
                                    Leftover.ROOT));
        }
        if (chosen.size() < found.runs().size()) {
            say(
                    "what may belong to a run that is still at work stays; take it, too, with --run, --older-than or --all");
        }
    }

    private static List<String> table(Leftovers.Found found, List<Leftover> chosen) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("run", "objects", "bytes", "newest", ""));
        for (Leftover left : found.runs()) {
            lines.add(
                    List.of(
                            left.run(),
                            "%,d".formatted(left.objects()),
                            "%,d".formatted(left.bytes()),
                            left.newest().map(Object::toString).orElse("unknown"),
                            chosen.contains(left) ? "to be deleted" : "stays"));
        }
        return TextTable.of(lines, Set.of(0, 3, 4));
    }

    private int clean(Leftovers leftovers, List<Leftover> chosen, String bucket)
            throws UsageException, StoreException {
        long objects = chosen.stream().mapToLong(Leftover::objects).sum();
        String what = "%s in bucket %s".formatted(counted(objects, chosen.size()), bucket);
        if (!yes && !terminal.interactive()) {
            throw new UsageException("there are %s; say --yes to delete them".formatted(what));
        }
        if (!yes && !new Question(terminal).isAgreedTo("Delete " + what + "?")) {
            throw new UsageException("nothing was deleted");
        }
        long left = 0;
        Optional<String> refusal = Optional.empty();
        for (Leftover gone : chosen) {
            Optional<String> why = leftovers.delete(gone);
            refusal = refusal.or(() -> why);
            left += leftovers.left(gone);
        }
        terminal.out().println("deleted " + counted(objects - left, chosen.size()));
        terminal.out().flush();
        if (left == 0) {
            return ExitCode.OK;
        }
        say(
                "%,d objects are still there: %s"
                        .formatted(left, refusal.orElse("the server said that it deleted them")));
        return ExitCode.FAILED;
    }

    private static String counted(long objects, int runs) {
        return "%,d %s of %d %s"
                .formatted(
                        objects,
                        objects == 1 ? "object" : "objects",
                        runs,
                        runs == 1 ? "run" : "runs");
    }

    private void say(String sentence) {
        terminal.out().flush();
        terminal.err().println("weft: " + sentence);
        terminal.err().flush();
    }
}
