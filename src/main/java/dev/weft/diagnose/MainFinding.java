package dev.weft.diagnose;

import dev.weft.diagnose.Diagnosis.OwnerShare;
import dev.weft.diagnose.Diagnosis.Subject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Formats the main finding of a diagnosis as one sentence.
final class MainFinding {
    private static final int MAX_OWNERS = 3;
    private static final double MIN_SHARE = 0.05;

    private MainFinding() {}

    static String sentence(Diagnosis diagnosis) {
        return "%s: %s%s%s."
                .formatted(
                        diagnosis.subject().mode().label(),
                        samples(diagnosis),
                        pins(diagnosis),
                        locks(diagnosis));
    }

    private static String samples(Diagnosis diagnosis) {
        List<OwnerShare> owners = diagnosis.samples().owners();
        if (owners.isEmpty()) {
            return "no sample fell into its warm passes";
        }
        OwnerShare first = owners.getFirst();
        String others =
                owners.stream()
                        .skip(1)
                        .limit(MAX_OWNERS - 1)
                        .filter(owner -> owner.share() >= MIN_SHARE)
                        .map(owner -> ", " + share(owner))
                        .collect(Collectors.joining());
        return "%s of its %s are in %s%s"
                .formatted(
                        QuantityFormat.percent(first.share()),
                        diagnosis.samples().sampler().label(),
                        name(first.codeOwner()),
                        others);
    }

    private static String share(OwnerShare owner) {
        return "%s in %s".formatted(QuantityFormat.percent(owner.share()), name(owner.codeOwner()));
    }

    private static String name(CodeOwner owner) {
        return switch (owner) {
            case SDK, RECORDER -> "the " + owner.label();
            case OTHER -> "other code";
            case WEFT, NETTY, APACHE, INPUT_OUTPUT, CRYPTO, THREADS -> owner.label();
        };
    }

    private static String pins(Diagnosis diagnosis) {
        return diagnosis.pins().count() == 0
                ? ""
                : "; virtual threads were pinned %s, for %s in all"
                        .formatted(
                                QuantityFormat.times(diagnosis.pins().count()),
                                QuantityFormat.time(diagnosis.pins().total()));
    }

    /// Returns the average wait for locks per upload; empty if it is a small share of the time. The
    /// time is that of all items in flight: observed time times concurrency.
    private static String locks(Diagnosis diagnosis) {
        Subject subject = diagnosis.subject();
        Duration itemTime = diagnosis.observed().multipliedBy(subject.concurrency());
        Duration lockTime = diagnosis.locks().total();
        return subject.uploads() == 0 || lockTime.toNanos() < MIN_SHARE * itemTime.toNanos()
                ? ""
                : "; an upload waited %s for locks on average"
                        .formatted(QuantityFormat.time(lockTime.dividedBy(subject.uploads())));
    }
}
