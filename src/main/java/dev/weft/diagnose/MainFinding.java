package dev.weft.diagnose;

import dev.weft.diagnose.Diagnosis.LayerShare;
import dev.weft.diagnose.Diagnosis.Subject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Formats the main finding of a diagnosis as one sentence.
final class MainFinding {
    private static final int MAX_LAYERS = 3;
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
        List<LayerShare> layers = diagnosis.samples().layers();
        if (layers.isEmpty()) {
            return "no sample fell into its warm passes";
        }
        LayerShare first = layers.getFirst();
        String others =
                layers.stream()
                        .skip(1)
                        .limit(MAX_LAYERS - 1)
                        .filter(layer -> layer.share() >= MIN_SHARE)
                        .map(layer -> ", " + share(layer))
                        .collect(Collectors.joining());
        return "%s of its %s are in %s%s"
                .formatted(
                        QuantityFormat.percent(first.share()),
                        diagnosis.samples().sampler().label(),
                        name(first.layer()),
                        others);
    }

    private static String share(LayerShare layer) {
        return "%s in %s".formatted(QuantityFormat.percent(layer.share()), name(layer.layer()));
    }

    private static String name(CodeOwner layer) {
        return switch (layer) {
            case SDK, RECORDER -> "the " + layer.label();
            case OTHER -> "other code";
            case WEFT, NETTY, APACHE, INPUT_OUTPUT, CRYPTO, THREADS -> layer.label();
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
