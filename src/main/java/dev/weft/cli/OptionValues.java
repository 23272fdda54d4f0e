package dev.weft.cli;

import dev.weft.analysis.RunComparison;
import dev.weft.plan.Latency;
import dev.weft.plan.ModeName;
import dev.weft.plot.Chart;
import dev.weft.session.RunIds;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// Values of options that take one of a few words, for completion and for spelling suggestions.
final class OptionValues {
    private OptionValues() {}

    /// Labels of values, in the form that picocli takes as completion candidates.
    abstract static class Labels implements Iterable<String> {
        private final List<String> labels;

        Labels(List<String> labels) {
            this.labels = labels;
        }

        @Override
        public Iterator<String> iterator() {
            return labels.iterator();
        }
    }

    /// Modes, and `all`.
    static final class Modes extends Labels {
        static final List<String> LABELS =
                Stream.concat(
                                Arrays.stream(ModeName.values()).map(ModeName::label),
                                Stream.of("all"))
                        .toList();

        Modes() {
            super(LABELS);
        }
    }

    /// Placeholders of the completion script for results: files, and runs below the current folder.
    static final class Results extends Labels {
        private static final List<String> LABELS = List.of(CompletionScript.FILES, RunIds.LABEL);

        Results() {
            super(LABELS);
        }
    }

    /// Modes.
    static final class Mode extends Labels {
        static final List<String> LABELS =
                Arrays.stream(ModeName.values()).map(ModeName::label).toList();

        Mode() {
            super(LABELS);
        }
    }

    /// Workloads.
    static final class Workloads extends Labels {
        static final List<String> LABELS = List.of("upload");

        Workloads() {
            super(LABELS);
        }
    }

    /// Named latencies.
    static final class Latencies extends Labels {
        static final List<String> LABELS =
                Arrays.stream(Latency.Named.values()).map(Latency.Named::label).toList();

        Latencies() {
            super(LABELS);
        }
    }

    /// Charts.
    static final class Charts extends Labels {
        static final List<String> LABELS = Arrays.stream(Chart.values()).map(Chart::label).toList();

        Charts() {
            super(LABELS);
        }
    }

    /// Variants of a comparison.
    static final class Sides extends Labels {
        static final List<String> LABELS = List.of(RunComparison.BEFORE, RunComparison.AFTER);

        Sides() {
            super(LABELS);
        }
    }
}
