package dev.weft.analysis;

import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.Ideal;
import dev.weft.stats.Estimate;
import dev.weft.stats.Evidence;
import dev.weft.stats.Verdict;
import dev.weft.stats.Verdict.CannotTell;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Advice in words: what to use, what it gains, how sure that is, and why.
public record AdviceText(Advice advice) {
    private static final double MEBIBYTE = 1 << 20;

    /// The sentences, the answer first.
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(answer());
        advice.rivals().forEach(rival -> sentences.add(sureness(rival)));
        reason().ifPresent(sentences::add);
        sentences.add(cost());
        client().ifPresent(sentences::add);
        return sentences;
    }

    private String answer() {
        ModeSummary best = advice.recommended();
        return "Use %s with %d at once: %s uploads a second%s%s."
                .formatted(
                        best.mode().label(),
                        best.setting().concurrency(),
                        best.throughput()
                                .map(Estimate::value)
                                .map(rate -> "%,.0f".formatted(rate))
                                .orElse("no"),
                        best.wallSeconds(Phase.WARM)
                                .map(
                                        wall ->
                                                ", %s for %,d files"
                                                        .formatted(
                                                                Figures.seconds(wall.value()),
                                                                best.setting().files()))
                                .orElse(""),
                        advice.present().map(this::gain).orElse(""));
    }

    private String gain(Advice.Rival present) {
        double ratio = Sweep.throughput(advice.recommended()) / Sweep.throughput(present.summary());
        String interval =
                switch (present.verdict()) {
                    case Different different -> " (%s)".formatted(VerdictText.factors(different));
                    case Equal _ -> " (equal within the margin)";
                    case CannotTell _ ->
                            present.summary().mode() == ModeName.SEQUENTIAL
                                    ? ""
                                    : " (but that may be noise)";
                };
        return ", %s as fast as %s%s"
                .formatted(Figures.times(ratio), name(present.summary()), interval);
    }

    private String sureness(Advice.Rival rival) {
        String name = name(rival.summary());
        return switch (rival.verdict()) {
            case Different different ->
                    "%s is %s: it takes %s the time (%s)."
                            .formatted(
                                    name,
                                    different.isWithinMargin()
                                            ? "as good"
                                            : different.faster() == Verdict.Side.FIRST
                                                    ? "slower"
                                                    : "faster, but costs more CPU",
                                    Figures.times(1 / different.evidence().ratio()),
                                    VerdictText.basis(different.evidence()));
            case Equal(Evidence evidence) ->
                    "%s is as good: equal within 5%% (%s)."
                            .formatted(name, VerdictText.basis(evidence));
            case Verdict.Unclear(Evidence evidence) ->
                    "%s may be as good: this run could not tell (%s; it could have shown a difference of %s)."
                            .formatted(
                                    name,
                                    VerdictText.basis(evidence),
                                    Figures.difference(evidence.smallestDifference()));
            case Verdict.TooFewBlocks(int blocks) ->
                    "%s may be as good: one block tells nothing (--verdict makes 8)."
                            .formatted(name);
        };
    }

    private Optional<String> reason() {
        ModeSummary best = advice.recommended();
        OptionalDouble efficiency = best.efficiency(Phase.WARM);
        if (best.ideal().isEmpty() || efficiency.isEmpty()) {
            return Optional.empty();
        }
        Ideal ideal = best.ideal().get();
        return Optional.of(
                "That is %s of the ideal of %s, which %s."
                        .formatted(
                                Figures.percent(efficiency.getAsDouble()),
                                Figures.seconds(ideal.wall().toNanos() / 1e9),
                                because(ideal, best)));
    }

    private static String because(Ideal ideal, ModeSummary best) {
        return switch (ideal.bound()) {
            case LATENCY ->
                    "the latency of the server allows with %d at once: more at once may gain"
                            .formatted(best.setting().concurrency());
            case CPU ->
                    "the CPU allows%s: more at once gains nothing"
                            .formatted(
                                    best.busyShare().isPresent()
                                            ? " (the cores were %s busy)"
                                                    .formatted(
                                                            Figures.percent(
                                                                    best.busyShare().getAsDouble()))
                                            : "");
            case BANDWIDTH -> "the bandwidth allows: more at once gains nothing";
            case UNZIP -> "the unzip stage allows: more at once gains nothing";
            case RATE -> "the server's rate limit allows: more at once gains nothing";
        };
    }

    private String cost() {
        ModeSummary best = advice.recommended();
        List<String> costs = new ArrayList<>();
        best.cpuMillisPerUpload()
                .ifPresent(cpu -> costs.add("%s of CPU an upload".formatted(Figures.millis(cpu))));
        best.peakRssBytes()
                .ifPresent(
                        bytes ->
                                costs.add(
                                        "%s MiB of memory at most"
                                                .formatted(Figures.digits(bytes / MEBIBYTE))));
        return costs.isEmpty()
                ? "What it costs, this platform cannot tell."
                : "It costs the client " + String.join(" and ", costs) + ".";
    }

    /// What is the HTTP client's must not be taken for the form's.
    private Optional<String> client() {
        String own = advice.recommended().httpClient();
        String others =
                advice.rivals().stream()
                        .map(Advice.Rival::summary)
                        .filter(rival -> !rival.httpClient().equals(own))
                        .map(rival -> rival.mode().label())
                        .collect(Collectors.joining(" and "));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Between %s and %s the HTTP client differs too (Netty, Apache 5), not the form of concurrency alone; only threads against virtual shows the form."
                                .formatted(advice.recommended().mode().label(), others));
    }

    private String name(ModeSummary summary) {
        return summary.mode() == ModeName.SEQUENTIAL || !advice.isOfASweep()
                ? summary.mode().label()
                : "%s with %d at once"
                        .formatted(summary.mode().label(), summary.setting().concurrency());
    }
}
