package dev.weft.cli;

import dev.weft.plan.BucketProperties;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.KeyPrefixes;
import dev.weft.plan.Target;
import dev.weft.runjson.RecordedWarning;
import dev.weft.screen.Terminal;
import dev.weft.session.ConfirmationPrompt;
import dev.weft.session.ExitCode;
import dev.weft.session.RunIds;
import dev.weft.session.UsageException;
import dev.weft.store.S3Bucket;
import dev.weft.store.StoreException;
import dev.weft.store.UncheckedStoreException;
import dev.weft.store.VersionedBucket;
import dev.weft.text.BucketDescription;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Deletes objects that killed runs left in the bucket.
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Deletes the objects that killed runs left in the configured bucket.",
            "Looks only below weft/, and there only at what bears the name of a run; shows what it found, and asks. In a bucket that keeps versions it deletes these, too."
        },
        exitCodeList = {
            "0:nothing is left of what was chosen; with --dry-run: it was shown",
            "1:something could not be deleted",
            "2:a wrong option, an unreachable server or no confirmation; nothing was deleted",
            "130:interrupted"
        })
@HelpExample(
        value = "weft clean --bucket=my-bucket --region=eu-west-1 --dry-run",
        does = "what killed runs left there")
@HelpExample(
        value = "weft clean --bucket=my-bucket --region=eu-west-1 --older-than=1d --yes",
        does = "delete what is older than a day, and do not ask")
@HelpExample(
        value = "weft clean --bucket=my-bucket --run=20261121T093000Z-1a2b",
        does = "delete what one run left")
final class CleanCommand implements Callable<Integer> {
    /// Default age of deleted objects. A run that is still active writes more often.
    private static final Duration SAFE_AGE = Duration.ofHours(1);

    private static final int CONNECTIONS = 1;

    private final Terminal terminal;
    private final InstantSource clock;

    @Option(
            names = "--run",
            paramLabel = RunIds.LABEL,
            description = "what this run left, however new it is")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            converter = Converters.OfDuration.class,
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
                target.configured(
                                EnvironmentSettings.of(terminal.variables(), terminal.folder()),
                                terminal.folder())
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "no bucket is configured to look into; name one with --bucket or WEFT_BUCKET"));
        try (S3Bucket bucket = new S3Bucket(configured, FairnessContract.standard(CONNECTIONS))) {
            bucket.check();
            VersionedBucket versioned = bucket.versioned();
            LeftoverRuns leftovers = leftovers(bucket, versioned, configured);
            LeftoverText text = new LeftoverText(configured, leftovers.unit());
            LeftoverRuns.Found found = leftovers.find(run);
            List<LeftoverRun> chosen =
                    found.runs().stream()
                            .filter(left -> left.isOlderThan(age, clock.instant()))
                            .toList();
            show(found, chosen, text);
            if (chosen.isEmpty() || dryRun) {
                return ExitCode.OK;
            }
            agree(chosen, text);
            return clean(
                    leftovers,
                    chosen,
                    text,
                    () -> BucketDescription.seenLeft(versioned, configured));
        }
    }

    /// Returns the objects of runs, with their versions if the bucket keeps versions and permits
    /// their listing.
    private LeftoverRuns leftovers(S3Bucket bucket, VersionedBucket versioned, Target configured)
            throws StoreException {
        BucketProperties traits = bucket.traits();
        if (traits.versioning().isEmpty()) {
            terminal.printMessage(
                    "bucket %s does not report whether it keeps versions; if it does, the versions of deleted objects stay; allow s3:GetBucketVersioning to have them deleted"
                            .formatted(configured.bucket()));
        }
        if (!traits.keepsVersions()) {
            return LeftoverRuns.objects(bucket);
        }
        try {
            var _ = versioned.versions(KeyPrefixes.ROOT).hasNext();
            return LeftoverRuns.versions(versioned);
        } catch (UncheckedStoreException e) {
            terminal.printMessage(
                    "bucket %s keeps versions that cannot be listed (%s), so that only its objects are looked for"
                            .formatted(configured.bucket(), e.getMessage()));
            return LeftoverRuns.objects(versioned);
        }
    }

    private Duration age() throws UsageException {
        if (run.isPresent() && !LeftoverRun.isOwn(run.get())) {
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

    private void show(LeftoverRuns.Found found, List<LeftoverRun> chosen, LeftoverText text) {
        if (found.runs().isEmpty()) {
            terminal.printMessage(text.none(run));
        } else {
            text.table(found.runs(), chosen).forEach(terminal.out()::println);
        }
        if (found.foreign() > 0) {
            terminal.printMessage(text.foreign(found.foreign()));
        }
        if (chosen.size() < found.runs().size()) {
            terminal.printMessage(
                    "what may belong to a run that is still at work stays; take it, too, with --run, --older-than or --all");
        }
    }

    private void agree(List<LeftoverRun> chosen, LeftoverText text) throws UsageException {
        String what =
                "%s in bucket %s"
                        .formatted(
                                text.counted(sum(chosen), chosen.size()), text.target().bucket());
        if (!yes && !terminal.interactive()) {
            throw new UsageException("there are %s; add --yes to delete them".formatted(what));
        }
        if (!yes && !new ConfirmationPrompt(terminal).isConfirmed("Delete " + what + "?")) {
            throw new UsageException("nothing was deleted");
        }
    }

    /// @param hidden sentence about versions that could not be deleted
    private int clean(
            LeftoverRuns leftovers,
            List<LeftoverRun> chosen,
            LeftoverText text,
            Supplier<Optional<RecordedWarning>> hidden)
            throws StoreException {
        long left = 0;
        Optional<String> refusal = Optional.empty();
        for (LeftoverRun gone : chosen) {
            Optional<String> why = leftovers.delete(gone);
            refusal = refusal.or(() -> why);
            left += leftovers.left(gone);
        }
        long deleted = Math.max(0, sum(chosen) - left);
        terminal.out().println("deleted " + text.counted(deleted, chosen.size()));
        terminal.out().flush();
        Optional<RecordedWarning> versions = hidden.get();
        if (left > 0 && (refusal.isPresent() || versions.isEmpty())) {
            terminal.printMessage(
                    text.stayed(left, refusal.orElse("the server reported them as deleted")));
        }
        versions.ifPresent(
                warning -> terminal.printMessage(warning.sentence() + "; " + warning.remedy()));
        return left == 0 && versions.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static long sum(List<LeftoverRun> chosen) {
        return chosen.stream().mapToLong(LeftoverRun::objects).sum();
    }
}
