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
import dev.weft.record.PassRow;
import dev.weft.record.ResultsFile;
import dev.weft.record.WarmupFile;
import dev.weft.record.WarmupRow;
import dev.weft.report.ReportData.CaseName;
import dev.weft.report.ReportData.JvmDifference;
import dev.weft.report.ReportData.ModeAppearance;
import dev.weft.report.ReportData.PassPoint;
import dev.weft.report.ReportData.WarmupLines;
import dev.weft.report.TimingFigures.Kind;
import dev.weft.runjson.RecordedWarning;
import dev.weft.runjson.RunDocument;
import dev.weft.runjson.RunStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Creates the HTML report of one run.
public final class Report {
    /// Largest number of uploads drawn one by one on the page: more would make it exceed 2 MB.
    private static final int MOST_BARS = 8_000;

    private static final List<Phase> PHASES = List.of(Phase.WARM, Phase.COLD);

    private final Sources sources;
    private final Analysis analysis;
    private final List<BenchmarkCase> cases;
    private final Answer answer;

    /// Passes that ended well, in the order of their start.
    private final List<PassRow> good;

    /// Input of a report.
    ///
    /// @param rows of the run, at least one, in the order of their start
    /// @param document content of run.json; empty if the file is missing
    /// @param timings file with the timings; empty if there is none
    /// @param warmup slices of its warm-ups; none if it has no warm-up curves
    /// @param diagnosis text about the trials under the flight recorder; empty if there were none
    /// @param baseline mode and concurrency in use today, if the user named them
    /// @param remarks on data of the run that the report leaves out
    public record Sources(
            List<PassRow> rows,
            Optional<RunDocument> document,
            Optional<Path> timings,
            List<WarmupRow> warmup,
            Optional<String> diagnosis,
            Optional<PresentChoice> baseline,
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

    private Report(Sources sources) {
        this.sources = sources;
        this.analysis = Analysis.of(sources.rows());
        this.cases = analysis.settings();
        this.good =
                analysis.summaries().stream()
                        .flatMap(summary -> PHASES.stream().flatMap(summary::good))
                        .sorted(Comparator.comparing(row -> row.place().startedAt()))
                        .toList();
        this.answer = Answer.of(analysis, sources.baseline());
    }

    /// Creates the page: one self-contained HTML file.
    ///
    /// @throws RecordException if the timings cannot be read
    public static byte[] html(Sources sources) throws RecordException {
        return Template.fill(new Report(sources).page());
    }

    private ReportData page() throws RecordException {
        List<RepresentativePass> drawn = drawnPasses();
        TimingFigures timings = timings(drawn);
        RunDescription description = new RunDescription(sources.rows(), sources.document());
        return new ReportData(
                ReportData.SCHEMA,
                sources.runId(),
                sources.rows().getFirst().place().startedAt().toString(),
                status(),
                description.machine(),
                description.server(),
                description.command(),
                answer,
                Arrays.stream(ModeName.values()).map(ModeAppearance::of).toList(),
                cases.stream().map(this::name).toList(),
                analysis.summaries().stream()
                        .map(one -> ModeCell.of(cases.indexOf(one.setting()), one, analysis))
                        .toList(),
                weaves(drawn, timings),
                curves(timings),
                good.stream().map(this::point).toList(),
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
                description.fairness(),
                description.environment(),
                sources.diagnosis(),
                List.of(
                        Attachment.of(
                                "results.csv",
                                ResultsFile.header(),
                                sources.rows().stream().map(ResultsFile::line)),
                        timings.attachment(),
                        Attachment.of(
                                "warmup.csv",
                                WarmupFile.header(),
                                sources.warmup().stream().map(WarmupFile::line))),
                remarks(drawn));
    }

    private String status() {
        return sources.document()
                .map(RunDocument::status)
                .map(RunStatus::name)
                .orElse("unknown")
                .toLowerCase(Locale.ROOT);
    }

    private CaseName name(BenchmarkCase benchmarkCase) {
        return new CaseName(
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
    private List<RepresentativePass> drawnPasses() {
        List<RepresentativePass> drawn = new ArrayList<>();
        if (sources.timings().isEmpty()) {
            return drawn;
        }
        Comparator<BenchmarkCase> priority =
                Comparator.comparing((BenchmarkCase one) -> cases.indexOf(one) != answer.setting())
                        .thenComparing(Comparator.reverseOrder());
        int remaining = MOST_BARS;
        for (BenchmarkCase benchmarkCase : cases.stream().sorted(priority).toList()) {
            for (Phase phase : PHASES) {
                List<RepresentativePass> group = representatives(benchmarkCase, phase);
                int bars = group.size() * Math.min(WeavePass.MOST_BARS, benchmarkCase.files());
                if (bars <= remaining) {
                    remaining -= bars;
                    drawn.addAll(group);
                }
            }
        }
        return drawn;
    }

    /// Returns the representative passes of a case, one for each mode.
    private List<RepresentativePass> representatives(BenchmarkCase benchmarkCase, Phase phase) {
        return analysis.in(benchmarkCase).stream()
                .map(ModeSummary::rows)
                .map(rows -> rows.stream().filter(row -> row.setting().phase() == phase).toList())
                .flatMap(rows -> RepresentativePass.of(rows).stream())
                .toList();
    }

    private TimingFigures timings(List<RepresentativePass> drawn) throws RecordException {
        return TimingFigures.read(
                sources.timings(),
                sources.runId(),
                good,
                drawn.stream().map(RepresentativePass::id).collect(Collectors.toSet()));
    }

    private List<WeavePass> weaves(List<RepresentativePass> drawn, TimingFigures timings) {
        return drawn.stream()
                .filter(pass -> !timings.items(pass.id()).isEmpty())
                .map(pass -> WeavePass.of(caseIndex(pass.row()), pass, timings.items(pass.id())))
                .toList();
    }

    private List<PercentileCurve> curves(TimingFigures timings) {
        List<PercentileCurve> curves = new ArrayList<>();
        for (ModeSummary summary : analysis.summaries()) {
            String mode = summary.mode().label();
            int caseIndex = cases.indexOf(summary.setting());
            for (Phase phase : PHASES) {
                timings.latencies(new Kind(summary.setting(), summary.mode(), phase))
                        .map(nanos -> PercentileCurve.of(caseIndex, mode, phase.label(), nanos))
                        .ifPresent(curves::add);
            }
        }
        return curves;
    }

    private PassPoint point(PassRow row) {
        return PassPoint.of(caseIndex(row), row, good.getFirst());
    }

    private int caseIndex(PassRow row) {
        return cases.indexOf(BenchmarkCase.of(row));
    }

    /// Returns the differences of the concurrent modes. The sequential mode is a baseline without
    /// verdicts.
    private List<JvmDifference> differences() {
        return analysis.summaries().stream()
                .filter(summary -> summary.mode() != ModeName.SEQUENTIAL)
                .map(one -> JvmDifference.of(cases.indexOf(one.setting()), one))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<RecordedWarning> warnings() {
        return sources.document()
                .map(RunDocument::warnings)
                .orElseGet(
                        () ->
                                new Warnings(analysis)
                                        .all().stream().map(ResultWarning::recorded).toList());
    }

    private List<String> remarks(List<RepresentativePass> drawn) {
        List<String> remarks = new ArrayList<>(sources.remarks());
        long drawnCases = drawn.stream().map(pass -> caseIndex(pass.row())).distinct().count();
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
