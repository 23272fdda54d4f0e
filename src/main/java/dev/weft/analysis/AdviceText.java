package dev.weft.analysis;

import dev.weft.plan.DurationNotation;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.Ideal;
import dev.weft.record.Ideal.Bound;
import dev.weft.stats.Estimate;
import dev.weft.stats.Verdict;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import dev.weft.stats.Verdict.TooFewBlocks;
import dev.weft.stats.Verdict.Unclear;
import dev.weft.stats.VerdictEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Advice in words: what to use, what it gains, how sure that is, and why.
public record AdviceText(Advice advice) {
    private static final double MEBIBYTE = 1 << 20;
    private static final double CERTAIN = 2;

    /// From which share of the ideal on what holds the ideal does not hold the mode.
    private static final double FAR = 0.5;

    /// The sentences, the answer first.
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(answer());
        sentences.addAll(rivals());
        limit().ifPresent(sentences::add);
        sentences.add(cost());
        client().ifPresent(sentences::add);
        return sentences;
    }

    /// What to use, and what it gains. Where the cores are the limit, that comes first, because no
    /// form of concurrency can be better or worse at waiting then.
    public String answer() {
        return cores().map(limit -> limit + " ").orElse("") + use();
    }

    /// Not where the ideal does not hold the mode either.
    private Optional<String> cores() {
        OptionalDouble efficiency = advice.recommended().efficiency(Phase.WARM);
        return efficiency.isPresent()
                        && efficiency.getAsDouble() >= FAR
                        && efficiency.getAsDouble() <= Warnings.BEATEN
                ? CoreLimit.of(advice.recommended()).map(AdviceText::cores)
                : Optional.empty();
    }

    private static String cores(CoreLimit limit) {
        List<String> remedies = new ArrayList<>();
        limit.mostAtOnce()
                .ifPresent(
                        most ->
                                remedies.add(
                                        "with --concurrency=%d or less at this latency"
                                                .formatted(most)));
        limit.leastLatency()
                .ifPresent(
                        least ->
                                remedies.add(
                                        "with --latency=%s or more at %d at once"
                                                .formatted(
                                                        DurationNotation.text(least),
                                                        limit.concurrency())));
        return "The cores are the limit here, so the form of concurrency cannot show. It can %s."
                .formatted(
                        remedies.isEmpty()
                                ? "with fewer at once, a longer latency or more cores"
                                : String.join(", or ", remedies));
    }

    private String use() {
        ModeSummary best = advice.recommended();
        return "Use %s with %d at once: %s uploads a second%s%s."
                .formatted(
                        best.mode().label(),
                        best.setting().concurrency(),
                        best.throughput().map(Estimate::value).map(FigureFormat::rate).orElse("no"),
                        best.wallSeconds(Phase.WARM)
                                .map(
                                        wall ->
                                                ", %s for %,d files"
                                                        .formatted(
                                                                FigureFormat.seconds(wall.value()),
                                                                best.setting().files()))
                                .orElse(""),
                        advice.present().map(this::gain).orElse(""));
    }

    /// How the other concurrent modes stand, a sentence each.
    public List<String> rivals() {
        return advice.rivals().stream().map(this::sureness).toList();
    }

    private String gain(Advice.Rival present) {
        double speed = gainedSpeed(present);
        return ", %s as fast as %s%s"
                .formatted(
                        FigureFormat.times(speed),
                        name(present.summary()),
                        sureness(speed, present.verdict()));
    }

    /// By the blocks that both were measured in, where there are several.
    private double gainedSpeed(Advice.Rival present) {
        return present.verdict()
                .basis()
                .map(evidence -> 1 / evidence.ratio())
                .orElse(
                        Sweep.throughput(advice.recommended())
                                / Sweep.throughput(present.summary()));
    }

    /// What is twice as fast is so for certain, however few blocks there are.
    private static String sureness(double speed, Verdict verdict) {
        return switch (verdict) {
            case Different(VerdictEvidence evidence) ->
                    " (%s)".formatted(FigureFormat.ratios(VerdictText.speeds(evidence)));
            case Equal _ -> " (equal within 5%)";
            case Unclear _ -> " (but that may be noise)";
            case TooFewBlocks _ -> speed > CERTAIN ? "" : " (but that may be noise)";
        };
    }

    private String sureness(Advice.Rival rival) {
        String name = name(rival.summary());
        return switch (rival.verdict()) {
            case Different different ->
                    "%s is %s: it takes %s the time (%s)."
                            .formatted(
                                    name,
                                    standing(rival.summary(), different),
                                    FigureFormat.times(1 / different.evidence().ratio()),
                                    VerdictText.basis(different.evidence()));
            case Equal(VerdictEvidence evidence) ->
                    "%s is as good: equal within 5%% (%s times as long; %s)."
                            .formatted(
                                    name,
                                    FigureFormat.ratios(VerdictText.speeds(evidence)),
                                    VerdictText.blocks(evidence.blocks()));
            case Unclear(VerdictEvidence evidence) ->
                    "%s may be as good: this run could not tell (%s times as long; %s could have shown a difference of %s)."
                            .formatted(
                                    name,
                                    FigureFormat.ratios(VerdictText.speeds(evidence)),
                                    VerdictText.blocks(evidence.blocks()),
                                    FigureFormat.difference(evidence.smallestDifference()));
            case TooFewBlocks(int blocks) ->
                    "%s may be as good: %s (--verdict makes 8)."
                            .formatted(
                                    name,
                                    blocks == 1
                                            ? "one block tells nothing"
                                            : "no block has a time of both");
        };
    }

    private String standing(ModeSummary rival, Different different) {
        if (different.isWithinMargin()) {
            return "as good";
        }
        if (different.faster() == Verdict.Side.FIRST) {
            return "slower";
        }
        OptionalDouble cpu = rival.cpuMillisPerUpload();
        OptionalDouble least = advice.recommended().cpuMillisPerUpload();
        return cpu.isPresent() && least.isPresent() && cpu.getAsDouble() > least.getAsDouble()
                ? "faster, but costs more CPU"
                : "faster";
    }

    /// How near it is to what could be, and what allows no more; empty where nothing was
    /// calibrated.
    public Optional<String> limit() {
        ModeSummary best = advice.recommended();
        OptionalDouble efficiency = best.efficiency(Phase.WARM);
        if (best.ideal().isEmpty() || efficiency.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(limit(best, best.ideal().get(), efficiency.getAsDouble()));
    }

    private String limit(ModeSummary best, Ideal ideal, double efficiency) {
        String wall = FigureFormat.seconds(ideal.wall());
        if (efficiency > Warnings.BEATEN) {
            return "That is faster than the ideal of %s, because the server was slower during the calibration: this run cannot tell what limits it."
                    .formatted(wall);
        }
        String near =
                "That is %s of the ideal of %s, which is as soon as %s"
                        .formatted(FigureFormat.percent(efficiency), wall, allows(ideal, best));
        return efficiency < FAR
                ? near
                        + "; most of the time went elsewhere%s: a quieter machine or --diagnose may show where."
                                .formatted(busy(best))
                : near + because(ideal, best) + ".";
    }

    private static String allows(Ideal ideal, ModeSummary best) {
        return switch (ideal.bound()) {
            case LATENCY ->
                    "the latency of the server allows with %d at once"
                            .formatted(best.setting().concurrency());
            case CPU -> "the CPU allows";
            case BANDWIDTH -> "the bandwidth allows";
            case UNZIP -> "the unzip stage allows";
            case RATE -> "the server's rate limit allows";
        };
    }

    private String because(Ideal ideal, ModeSummary best) {
        String bound = ideal.bound() == Bound.CPU ? busy(best) : "";
        if (advice.isLargerTried()) {
            return bound + "; more at once gained less than 5%";
        }
        return bound
                + (ideal.bound() == Bound.LATENCY
                        ? "; with more it might be sooner"
                        : ", however many at once");
    }

    private static String busy(ModeSummary best) {
        OptionalDouble share = best.busyShare();
        return share.isPresent()
                ? " (the cores were %s busy)".formatted(FigureFormat.percent(share.getAsDouble()))
                : "";
    }

    private static String unsteady(Steadiness steadiness) {
        return steadiness.isEnough()
                ? ""
                : " CPU per upload is left out: %d of %d JVMs were not steady."
                        .formatted(steadiness.reasons().size(), steadiness.jvms());
    }

    /// What an upload costs.
    public String cost() {
        ModeSummary best = advice.recommended();
        List<String> client = new ArrayList<>();
        best.cpuMillisPerUpload()
                .ifPresent(cpu -> client.add(FigureFormat.millis(cpu) + " of CPU"));
        best.switchesPerUpload()
                .ifPresent(
                        switches ->
                                client.add(FigureFormat.digits(switches) + " context switches"));
        List<String> costs = new ArrayList<>();
        if (!client.isEmpty()) {
            costs.add("An upload costs the client " + String.join(" and ", client));
        }
        best.serverCpuMillisPerUpload()
                .ifPresent(
                        cpu ->
                                costs.add(
                                        "the server %s of CPU"
                                                .formatted(FigureFormat.millis(cpu))));
        best.peakRssBytes()
                .ifPresent(
                        bytes ->
                                costs.add(
                                        "the client's JVM held %s MiB at most"
                                                .formatted(FigureFormat.digits(bytes / MEBIBYTE))));
        String cost =
                client.isEmpty()
                        ? "CPU per upload is unknown on this platform."
                        : String.join("; ", costs) + ".";
        return cost + unsteady(best.steadiness());
    }

    /// What is the HTTP client's must not be taken for the form's; empty where all that is compared
    /// has the same one.
    public Optional<String> client() {
        ModeSummary best = advice.recommended();
        List<String> others =
                Stream.concat(advice.present().stream(), advice.rivals().stream())
                        .map(Advice.Rival::summary)
                        .filter(other -> !other.httpClient().equals(best.httpClient()))
                        .map(ModeSummary::mode)
                        .distinct()
                        .sorted()
                        .map(ModeName::label)
                        .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s runs on another HTTP client than %s (async on Netty, the rest on Apache 5), so what differs between them may be the client's doing; only threads against virtual shows the form of concurrency alone."
                                .formatted(best.mode().label(), listed(others)));
    }

    /// Such as `sequential, threads and virtual`.
    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0
                ? words.getFirst()
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private String name(ModeSummary summary) {
        return summary.mode() == ModeName.SEQUENTIAL || !advice.isOfASweep()
                ? summary.mode().label()
                : "%s with %d at once"
                        .formatted(summary.mode().label(), summary.setting().concurrency());
    }
}
