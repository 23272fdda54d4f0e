package dev.weft.report;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.ModeSummary;
import dev.weft.analysis.PresentChoice;
import dev.weft.analysis.ResultWarning;
import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.Sweep;
import dev.weft.analysis.RepresentativePass;
import dev.weft.analysis.VerdictText;
import dev.weft.analysis.WarmupCurve;
import dev.weft.analysis.Warnings;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassId;
import dev.weft.record.PassRow;
import dev.weft.record.RecordException;
import dev.weft.record.ResultsFile;
import dev.weft.record.RunDocument;
import dev.weft.record.RunStatus;
import dev.weft.record.WarmupFile;
import dev.weft.record.WarmupRow;
import dev.weft.record.RecordedWarning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The report of one run.
public final class Report {
    /// Uploads that are drawn one by one, on the whole page: more would make it larger than 2 MB.
    private static final int MOST_STRANDS = 8_000;

    private static final List<Phase> PHASES = List.of(Phase.WARM, Phase.COLD);

    private final Sources sources;
    private final Analysis analysis;
    private final List<BenchmarkCase> settings;
    private final Answer answer;

    /// What a report is made from.
    ///
    /// @param rows of the run, at least one, in the order in which they were made
    /// @param particulars its run.json; empty where there is none
    /// @param timings of the run; empty where there are none
    /// @param warmup slices of its warm-ups; none where it has no warm-up curves
    /// @param diagnosis what weft said of the trials under the flight recorder; empty where there
    ///   were none
    /// @param present what is used today, where the user said so
    /// @param remarks on what of the run is not in it
    public record Sources(
            List<PassRow> rows,
            Optional<RunDocument> particulars,
            Optional<Path> timings,
            List<WarmupRow> warmup,
            Optional<String> diagnosis,
            Optional<PresentChoice> present,
            List<String> remarks) {
        public Sources {
            rows = List.copyOf(rows);
            warmup = List.copyOf(warmup);
            remarks = List.copyOf(remarks);
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("a report needs a row");
            }
        }

        private String runId() {
            return rows.getFirst().place().runId();
        }
    }

    /// What latencies are told apart by.
    private record Kind(BenchmarkCase setting, ModeName mode, Phase phase) {}

    private record Shown(Kind kind, RepresentativePass pass) {}

    private Report(Sources sources) {
        this.sources = sources;
        this.analysis = Analysis.of(sources.rows());
        this.settings = analysis.settings();
        this.answer = Answer.of(analysis, sources.present());
    }

    /// Makes the page: one HTML file that needs no other.
    ///
    /// @throws RecordException when the timings cannot be read
    public static byte[] html(Sources sources) throws RecordException {
        return Template.filledWith(new Report(sources).page());
    }

    private ReportData page() throws RecordException {
        List<Shown> shown = shown();
        ItemFigures<Kind> items = items(shown);
        Circumstances circumstances = new Circumstances(sources.rows(), sources.particulars());
        return new ReportData(
                ReportData.SCHEMA,
                sources.runId(),
                sources.rows().getFirst().place().startedAt().toString(),
                status(),
                circumstances.machine(),
                circumstances.server(),
                circumstances.command(),
                answer,
                ModeLook.all(),
                settings.stream().map(this::name).toList(),
                analysis.summaries().stream()
                        .map(one -> ModeCell.of(settings.indexOf(one.setting()), one, analysis))
                        .toList(),
                weaves(shown, items),
                curves(items),
                PassPoint.of(good(), settings),
                differences(),
                Sweep.of(analysis).stream()
                        .filter(sweep -> sweep.points().size() > 1)
                        .map(SweepCurve::of)
                        .toList(),
                WarmupCurve.of(sources.rows(), sources.warmup()).stream()
                        .map(curve -> WarmupLines.of(settings.indexOf(curve.setting()), curve))
                        .toList(),
                IntStream.range(0, settings.size())
                        .mapToObj(each -> ResourceTable.of(each, analysis.in(settings.get(each))))
                        .filter(table -> !table.lines().isEmpty())
                        .toList(),
                warnings(),
                FailureSentences.of(analysis),
                circumstances.fairness(),
                circumstances.environment(),
                sources.diagnosis(),
                List.of(results(), items.attachment(), warmup()),
                remarks(shown));
    }

    private String status() {
        return sources.particulars()
                .map(RunDocument::status)
                .map(RunStatus::name)
                .orElse("unknown")
                .toLowerCase(Locale.ROOT);
    }

    private ReportData.SettingName name(BenchmarkCase setting) {
        return new ReportData.SettingName(
                setting.toString(),
                setting.archive(),
                setting.files(),
                setting.concurrency(),
                analysis.verdicts(setting).stream()
                        .map(
                                pair ->
                                        VerdictText.of(
                                                pair.first().label(),
                                                pair.second().label(),
                                                pair.verdict()))
                        .toList());
    }

    /// The passes that are drawn upload by upload: of the setting that the answer is about first,
    /// then of those with more files.
    private List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        if (sources.timings().isEmpty()) {
            return shown;
        }
        Comparator<BenchmarkCase> asked =
                Comparator.comparing((BenchmarkCase one) -> settings.indexOf(one) != answer.setting())
                        .thenComparing(Comparator.reverseOrder());
        int left = MOST_STRANDS;
        for (BenchmarkCase setting : settings.stream().sorted(asked).toList()) {
            for (Phase phase : PHASES) {
                List<Shown> group = typical(setting, phase);
                int strands = group.size() * Math.min(WeavePass.MOST, setting.files());
                if (strands <= left) {
                    left -= strands;
                    shown.addAll(group);
                }
            }
        }
        return shown;
    }

    private List<Shown> typical(BenchmarkCase setting, Phase phase) {
        return analysis.in(setting).stream()
                .map(summary -> new Kind(setting, summary.mode(), phase))
                .flatMap(
                        kind ->
                                RepresentativePass.of(rows(kind))
                                        .map(pass -> new Shown(kind, pass))
                                        .stream())
                .toList();
    }

    private List<PassRow> rows(Kind kind) {
        return sources.rows().stream().filter(row -> kind(row).equals(kind)).toList();
    }

    private static Kind kind(PassRow row) {
        return new Kind(BenchmarkCase.of(row), row.setting().mode(), row.setting().phase());
    }

    private ItemFigures<Kind> items(List<Shown> shown) throws RecordException {
        if (sources.timings().isEmpty()) {
            return ItemFigures.none(sources.runId());
        }
        Map<PassId, Kind> kinds = new HashMap<>();
        good().forEach(row -> kinds.put(PassId.of(row), kind(row)));
        return ItemFigures.read(
                sources.timings().get(),
                sources.runId(),
                kinds,
                shown.stream().map(one -> one.pass().id()).collect(Collectors.toSet()));
    }

    private List<WeavePass> weaves(List<Shown> shown, ItemFigures<Kind> items) {
        return shown.stream()
                .filter(one -> !items.items(one.pass().id()).isEmpty())
                .map(
                        one ->
                                WeavePass.of(
                                        settings.indexOf(one.kind().setting()),
                                        one.kind().phase(),
                                        one.pass(),
                                        items.items(one.pass().id())))
                .toList();
    }

    private List<PercentileCurve> curves(ItemFigures<Kind> items) {
        return analysis.summaries().stream()
                .flatMap(summary -> kinds(summary).flatMap(kind -> curve(kind, items).stream()))
                .toList();
    }

    private static Stream<Kind> kinds(ModeSummary summary) {
        return PHASES.stream().map(phase -> new Kind(summary.setting(), summary.mode(), phase));
    }

    private Optional<PercentileCurve> curve(Kind kind, ItemFigures<Kind> items) {
        return items.latencies(kind)
                .map(
                        nanos ->
                                PercentileCurve.of(
                                        settings.indexOf(kind.setting()),
                                        kind.mode().label(),
                                        kind.phase().label(),
                                        nanos));
    }

    /// Passes that ended well, in the order in which they were made.
    private List<PassRow> good() {
        return analysis.summaries().stream()
                .flatMap(summary -> PHASES.stream().flatMap(summary::good))
                .sorted(Comparator.comparing(row -> row.place().startedAt()))
                .toList();
    }

    /// Of the concurrent modes: the sequential one is a baseline that no verdict is about.
    private List<JvmDifference> differences() {
        return analysis.summaries().stream()
                .filter(summary -> summary.mode() != ModeName.SEQUENTIAL)
                .flatMap(
                        summary ->
                                JvmDifference.of(settings.indexOf(summary.setting()), summary)
                                        .stream())
                .toList();
    }

    private List<RecordedWarning> warnings() {
        return sources.particulars()
                .map(RunDocument::warnings)
                .orElseGet(
                        () ->
                                new Warnings(analysis)
                                        .all().stream().map(ResultWarning::recorded).toList());
    }

    private Attachment results() {
        Attachment.Writer writer = new Attachment.Writer("results.csv", ResultsFile.header());
        sources.rows().forEach(row -> writer.add(ResultsFile.line(row)));
        return writer.close();
    }

    private Attachment warmup() {
        Attachment.Writer writer = new Attachment.Writer("warmup.csv", WarmupFile.header());
        sources.warmup().forEach(row -> writer.add(WarmupFile.line(row)));
        return writer.close();
    }

    private List<String> remarks(List<Shown> shown) {
        List<String> remarks = new ArrayList<>(sources.remarks());
        long drawn = shown.stream().map(one -> one.kind().setting()).distinct().count();
        if (sources.timings().isEmpty()) {
            remarks.add(
                    "The timings of the run are not there: no single uploads, no latency percentiles.");
        } else if (drawn < settings.size()) {
            remarks.add(
                    "Single uploads are drawn of %d of %d settings."
                            .formatted(drawn, settings.size()));
        }
        return remarks;
    }
}
