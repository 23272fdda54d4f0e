package dev.weft.screen;

import dev.weft.analysis.FigureFormat;
import dev.weft.plan.ModeName;
import dev.weft.screen.BarLine.Field;
import dev.weft.text.TextWidth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Progress of an experiment at one time.
///
/// @param what title of the current work, with the mode first
/// @param where name of the target
/// @param whole progress of the experiment; empty for the work after its last trial
/// @param step progress of the pass; empty between passes
public record ProgressSnapshot(
        ModeName mode, String what, String where, Optional<Whole> whole, Optional<Step> step) {
    /// Progress of the whole experiment.
    ///
    /// @param trial number of the current trial
    /// @param share elapsed share of the time, from 0 to 1
    /// @param left estimate of the remaining time
    public record Whole(int trial, int trials, double share, Duration left) {
        private String name() {
            return "trial %d of %d".formatted(trial, trials);
        }

        private BarLine line() {
            return new BarLine(
                    name(),
                    Optional.empty(),
                    share,
                    List.of(
                            new Field(FigureFormat.percent(share), 1),
                            new Field("about " + FigureFormat.rough(left) + " left", 2)));
        }
    }

    /// Progress of a pass or of a warm-up.
    ///
    /// @param count count such as `312 of 500`
    /// @param perSecond current rate; empty before the first item ends
    /// @param p99Nanos 99th percentile of the uploads so far
    /// @param failed number of failed uploads
    /// @param left estimate of the remaining time; empty if there is none
    public record Step(
            String name,
            double share,
            String count,
            OptionalDouble perSecond,
            OptionalLong p99Nanos,
            long failed,
            Optional<Duration> left) {
        private static final double NANOS_PER_MILLI = 1e6;

        public Step {
            Objects.requireNonNull(name);
            Objects.requireNonNull(count);
            Objects.requireNonNull(perSecond);
            Objects.requireNonNull(p99Nanos);
            Objects.requireNonNull(left);
        }

        private BarLine line(ModeName mode) {
            return new BarLine(name, Optional.of(mode), share, fields());
        }

        private List<Field> fields() {
            List<Field> fields = new ArrayList<>();
            fields.add(new Field(count, 2));
            perSecond.ifPresent(rate -> fields.add(new Field(FigureFormat.rate(rate) + "/s", 4)));
            p99Nanos.ifPresent(
                    nanos ->
                            fields.add(
                                    new Field(
                                            "p99 " + FigureFormat.millis(nanos / NANOS_PER_MILLI),
                                            3)));
            fields.add(new Field("%,d failed".formatted(failed), failed == 0 ? 1 : 6));
            left.ifPresent(time -> fields.add(new Field(FigureFormat.rough(time) + " left", 5)));
            return fields;
        }
    }

    public ProgressSnapshot {
        Objects.requireNonNull(mode);
        Objects.requireNonNull(what);
        Objects.requireNonNull(where);
        Objects.requireNonNull(whole);
        Objects.requireNonNull(step);
    }

    /// Formats the snapshot for a terminal, each line at most `cells` wide.
    public List<String> lines(int cells, TerminalFeatures look) {
        List<String> lines = new ArrayList<>();
        lines.add(title(cells, look));
        List<BarLine> bars = new ArrayList<>();
        whole.ifPresent(all -> bars.add(all.line()));
        step.ifPresent(pass -> bars.add(pass.line(mode)));
        lines.addAll(BarLine.fitted(bars, cells, look));
        return lines;
    }

    private String title(int cells, TerminalFeatures look) {
        String title = TextWidth.fitted(what + ", against " + where, cells, look.unicode());
        String name = mode.label();
        return title.startsWith(name)
                ? look.inked(mode, name) + title.substring(name.length())
                : title;
    }

    /// Formats the snapshot as one line for a log.
    public String sentence() {
        List<String> parts = new ArrayList<>();
        whole.ifPresent(all -> parts.add(all.name() + ": " + what));
        if (whole.isEmpty()) {
            parts.add(what);
        }
        step.ifPresent(
                pass -> {
                    parts.add(pass.name());
                    pass.fields().forEach(field -> parts.add(field.text()));
                });
        return String.join(", ", parts)
                + whole.map(
                                all ->
                                        "; %s of the run done, about %s left"
                                                .formatted(
                                                        FigureFormat.percent(all.share()),
                                                        FigureFormat.rough(all.left())))
                        .orElse("");
    }
}
