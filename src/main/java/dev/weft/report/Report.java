package dev.weft.report;

import dev.weft.analysis.Analysis;
import dev.weft.analysis.BenchmarkCase;
import dev.weft.analysis.ModeSummary;
import dev.weft.analysis.PresentChoice;
import dev.weft.analysis.RepresentativePass;
import dev.weft.analysis.ResultWarning;
import dev.weft.analysis.Sweep;
import dev.weft.analysis.VerdictText;
import dev.weft.analysis.WarmupCurve;
import dev.weft.analysis.Warnings;
import dev.weft.csv.RecordException;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.record.PassId;
import dev.weft.record.PassRow;
import dev.weft.record.ResultsFile;
import dev.weft.record.WarmupFile;
import dev.weft.record.WarmupFile.WarmupRow;
import dev.weft.runjson.RecordedWarning;
import dev.weft.runjson.RunDocument;
import dev.weft.runjson.RunDocument.RunStatus;
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

/// Creates the HTML report of one run.
public final class Report {
    /// Largest number of uploads drawn one by one on the page: more would make it exceed 2 MB.
    private static final int MOST_STRANDS = 8_000;

    private static final List<Phase> PHASES = List.of(Phase.WARM, Phase.COLD);

    private final Sources sources;
    private final Analysis analysis;
    private final List<BenchmarkCase> cases;
    private final Answer answer;

    /// Input of a report.
    ///
    /// @param rows of the run, at least one, in the order of their start
    /// @param particulars content of run.json; empty if the file is missing
    /// @param timings file with the timings; empty if there is none
    /// @param warmup slices of its warm-ups; none if it has no warm-up curves
    /// @param diagnosis text about the trials under the flight recorder; empty if there were none
    /// @param present mode and concurrency in use today, if the user named them
    /// @param remarks on data of the run that the report leaves out
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

    /// Passes with a common latency distribution.
    private record Kind(BenchmarkCase benchmarkCase, ModeName mode, Phase phase) {}

    private record DrawnPass(Kind kind, RepresentativePass pass) {}

    private Report(Sources sources) {
        this.sources = sources;
        this.analysis = Analysis.of(sources.rows());
        this.cases = analysis.settings();
        this.answer = Answer.of(analysis, sources.present());
    }

    /// Creates the page: one self-contained HTML file.
    ///
    /// @throws RecordException if the timings cannot be read
    public static byte[] html(Sources sources) throws RecordException {
        return Template.filledWith(new Report(sources).page());
    }

    private ReportData page() throws RecordException {
        List<DrawnPass> drawn = drawnPasses();
        ItemFigures<Kind> items = items(drawn);
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
                cases.stream().map(this::name).toList(),
                analysis.summaries().stream()
                        .map(one -> ModeCell.of(cases.indexOf(one.setting()), one, analysis))
                        .toList(),
                weaves(drawn, items),
                curves(items),
                PassPoint.of(good(), cases),
                differences(),
                Sweep.of(analysis).stream()
                        .filter(sweep -> sweep.points().size() > 1)
                        .map(SweepCurve::of)
                        .toList(),
                WarmupCurve.of(sources.rows(), sources.warmup()).stream()
                        .map(curve -> WarmupLines.of(cases.indexOf(curve.setting()), curve))
                        .toList(),
                IntStream.range(0, cases.size())
                        .mapToObj(index -> ResourceTable.of(index, analysis.in(cases.get(index))))
                        .filter(table -> !table.lines().isEmpty())
                        .toList(),
                warnings(),
                FailureSentences.of(analysis),
                circumstances.fairness(),
                circumstances.environment(),
                sources.diagnosis(),
                List.of(results(), items.attachment(), warmup()),
                remarks(drawn));
    }

    private String status() {
        return sources.particulars()
                .map(RunDocument::status)
                .map(RunStatus::name)
                .orElse("unknown")
                .toLowerCase(Locale.ROOT);
    }

    private ReportData.SettingName name(BenchmarkCase benchmarkCase) {
        return new ReportData.SettingName(
                benchmarkCase.toString(),
                benchmarkCase.archive(),
                benchmarkCase.files(),
                benchmarkCase.concurrency(),
                analysis.verdicts(benchmarkCase).stream()
                        .map(
                                pair ->
                                        VerdictText.of(
                                                pair.first().label(),
                                                pair.second().label(),
                                                pair.verdict()))
                        .toList());
    }

    /// Selects the passes drawn upload by upload. The case of the answer comes first, then the
    /// cases with more files.
    private List<DrawnPass> drawnPasses() {
        List<DrawnPass> drawn = new ArrayList<>();
        if (sources.timings().isEmpty()) {
            return drawn;
        }
        Comparator<BenchmarkCase> priority =
                Comparator.comparing((BenchmarkCase one) -> cases.indexOf(one) != answer.setting())
                        .thenComparing(Comparator.reverseOrder());
        int remaining = MOST_STRANDS;
        for (BenchmarkCase benchmarkCase : cases.stream().sorted(priority).toList()) {
            for (Phase phase : PHASES) {
                List<DrawnPass> group = typical(benchmarkCase, phase);
                int bars = group.size() * Math.min(WeavePass.MOST, benchmarkCase.files());
                if (bars <= remaining) {
                    remaining -= bars;
                    drawn.addAll(group);
                }
            }
        }
        return drawn;
    }

    private List<DrawnPass> typical(BenchmarkCase benchmarkCase, Phase phase) {
        return analysis.in(benchmarkCase).stream()
                .map(summary -> new Kind(benchmarkCase, summary.mode(), phase))
                .flatMap(
                        kind ->
                                RepresentativePass.of(rows(kind))
                                        .map(pass -> new DrawnPass(kind, pass))
                                        .stream())
                .toList();
    }

    private List<PassRow> rows(Kind kind) {
        return sources.rows().stream().filter(row -> kind(row).equals(kind)).toList();
    }

    private static Kind kind(PassRow row) {
        return new Kind(BenchmarkCase.of(row), row.setting().mode(), row.setting().phase());
    }

    private ItemFigures<Kind> items(List<DrawnPass> drawn) throws RecordException {
        if (sources.timings().isEmpty()) {
            return ItemFigures.none(sources.runId());
        }
        Map<PassId, Kind> kinds = new HashMap<>();
        good().forEach(row -> kinds.put(PassId.of(row), kind(row)));
        return ItemFigures.read(
                sources.timings().get(),
                sources.runId(),
                kinds,
                drawn.stream().map(one -> one.pass().id()).collect(Collectors.toSet()));
    }

    private List<WeavePass> weaves(List<DrawnPass> drawn, ItemFigures<Kind> items) {
        return drawn.stream()
                .filter(one -> !items.items(one.pass().id()).isEmpty())
                .map(
                        one ->
                                WeavePass.of(
                                        cases.indexOf(one.kind().benchmarkCase()),
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
                                        cases.indexOf(kind.benchmarkCase()),
                                        kind.mode().label(),
                                        kind.phase().label(),
                                        nanos));
    }

    /// Returns the passes that ended well, in the order of their start.
    private List<PassRow> good() {
        return analysis.summaries().stream()
                .flatMap(summary -> PHASES.stream().flatMap(summary::good))
                .sorted(Comparator.comparing(row -> row.place().startedAt()))
                .toList();
    }

    /// Returns the differences of the concurrent modes. The sequential mode is a baseline without
    /// verdicts.
    private List<JvmDifference> differences() {
        return analysis.summaries().stream()
                .filter(summary -> summary.mode() != ModeName.SEQUENTIAL)
                .flatMap(
                        summary ->
                                JvmDifference.of(cases.indexOf(summary.setting()), summary)
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

    private List<String> remarks(List<DrawnPass> drawn) {
        List<String> remarks = new ArrayList<>(sources.remarks());
        long drawnCases = drawn.stream().map(one -> one.kind().benchmarkCase()).distinct().count();
        if (sources.timings().isEmpty()) {
            remarks.add(
                    "The timings of the run are not there: no single uploads, no latency percentiles.");
        } else if (drawnCases < cases.size()) {
            remarks.add(
                    "Single uploads are drawn of %d of %d settings."
                            .formatted(drawnCases, cases.size()));
        }
        return remarks;
    }
}
