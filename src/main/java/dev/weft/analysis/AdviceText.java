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

/// Formats advice as sentences: the recommendation, its gain, its certainty and its reasons.
public record AdviceText(Advice advice) {
    private static final double MEBIBYTE = 1 << 20;

    /// Speedup that counts as certain even with too few blocks for an interval.
    private static final double CERTAIN_SPEEDUP = 2;

    /// Smallest efficiency at which the bound of the ideal also limits the mode.
    private static final double NEAR_IDEAL = 0.5;

    /// All sentences, recommendation first.
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(answer());
        sentences.addAll(rivals());
        limit().ifPresent(sentences::add);
        sentences.add(cost());
        client().ifPresent(sentences::add);
        return sentences;
    }

    /// Recommendation and its gain. Starts with the core limit if there is one, because modes
    /// hardly differ when the cores are the limit.
    public String answer() {
        return coreLimit().map(limit -> limit + " ").orElse("") + recommendation();
    }

    /// Empty if the bound of the ideal does not limit the mode.
    private Optional<String> coreLimit() {
        OptionalDouble efficiency = advice.recommended().efficiency(Phase.WARM);
        return efficiency.isPresent()
                        && efficiency.getAsDouble() >= NEAR_IDEAL
                        && efficiency.getAsDouble() <= Warnings.BEATEN
                ? CoreLimit.of(advice.recommended()).map(AdviceText::coreLimit)
                : Optional.empty();
    }

    private static String coreLimit(CoreLimit limit) {
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

    private String recommendation() {
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

    /// Comparison with each of the other concurrent modes, one sentence per mode.
    public List<String> rivals() {
        return advice.rivals().stream().map(this::comparison).toList();
    }

    private String gain(Advice.Rival present) {
        double speed = speedUp(present);
        return ", %s as fast as %s%s"
                .formatted(
                        FigureFormat.times(speed),
                        name(present.summary()),
                        certainty(speed, present.verdict()));
    }

    /// Speedup over the blocks that have both, or the ratio of throughputs if there are too few.
    private double speedUp(Advice.Rival present) {
        return present.verdict()
                .basis()
                .map(evidence -> 1 / evidence.ratio())
                .orElse(
                        Sweep.throughput(advice.recommended())
                                / Sweep.throughput(present.summary()));
    }

    private static String certainty(double speed, Verdict verdict) {
        return switch (verdict) {
            case Different(VerdictEvidence evidence) ->
                    " (%s)".formatted(FigureFormat.ratios(VerdictText.speeds(evidence)));
            case Equal _ -> " (equal within 5%)";
            case Unclear _ -> " (but that may be noise)";
            case TooFewBlocks _ -> speed > CERTAIN_SPEEDUP ? "" : " (but that may be noise)";
        };
    }

    private String comparison(Advice.Rival rival) {
        String name = name(rival.summary());
        return switch (rival.verdict()) {
            case Different different ->
                    "%s is %s: it takes %s the time (%s)."
                            .formatted(
                                    name,
                                    rating(rival.summary(), different),
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
                                            ? "one block permits no verdict"
                                            : "no block has a time of both");
        };
    }

    private String rating(ModeSummary rival, Different different) {
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

    /// Efficiency of the recommended mode and the bound of its ideal; empty without a calibration.
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
        String closeness =
                "That is %s of the ideal of %s, which is as soon as %s"
                        .formatted(FigureFormat.percent(efficiency), wall, boundText(ideal, best));
        return efficiency < NEAR_IDEAL
                ? closeness
                        + "; most of the time went elsewhere%s: a quieter machine or --diagnose may show where."
                                .formatted(busyCores(best))
                : closeness + boundDetail(ideal, best) + ".";
    }

    private static String boundText(Ideal ideal, ModeSummary best) {
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

    private String boundDetail(Ideal ideal, ModeSummary best) {
        String bound = ideal.bound() == Bound.CPU ? busyCores(best) : "";
        if (advice.isLargerTried()) {
            return bound + "; more at once gained less than 5%";
        }
        return bound
                + (ideal.bound() == Bound.LATENCY
                        ? "; with more it might be sooner"
                        : ", however many at once");
    }

    private static String busyCores(ModeSummary best) {
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

    /// CPU, context switches and memory per upload.
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

    /// Notes that the recommended mode uses another HTTP client than the modes it is compared with,
    /// which may explain a difference. Empty if all use the same one.
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
                                .formatted(best.mode().label(), joined(others)));
    }

    /// Joins words as in `sequential, threads and virtual`.
    private static String joined(List<String> words) {
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
