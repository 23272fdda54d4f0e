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

/// The values of options that take one of a few words, for completion and for the question what may
/// have been meant.
final class OptionValues {
    private OptionValues() {}

    /// Modes, and all of them.
    static final class Modes implements Iterable<String> {
        static final List<String> LABELS =
                Stream.concat(
                                Arrays.stream(ModeName.values()).map(ModeName::label),
                                Stream.of("all"))
                        .toList();

        @Override
        public Iterator<String> iterator() {
            return LABELS.iterator();
        }
    }

    /// Results, as the script for the Tab key knows them: files, and runs below the current folder.
    static final class Results implements Iterable<String> {
        private static final List<String> LABELS = List.of(CompletionScript.FILES, RunIds.LABEL);

        @Override
        public Iterator<String> iterator() {
            return LABELS.iterator();
        }
    }

    /// One mode.
    static final class Mode implements Iterable<String> {
        static final List<String> LABELS =
                Arrays.stream(ModeName.values()).map(ModeName::label).toList();

        @Override
        public Iterator<String> iterator() {
            return LABELS.iterator();
        }
    }

    /// What is done with each file.
    static final class Workloads implements Iterable<String> {
        static final List<String> LABELS = List.of("upload");

        @Override
        public Iterator<String> iterator() {
            return LABELS.iterator();
        }
    }

    /// Latencies that have a name.
    static final class Latencies implements Iterable<String> {
        static final List<String> LABELS =
                Arrays.stream(Latency.Named.values()).map(Latency.Named::label).toList();

        @Override
        public Iterator<String> iterator() {
            return LABELS.iterator();
        }
    }

    /// The pictures that there are.
    static final class Charts implements Iterable<String> {
        static final List<String> LABELS = Arrays.stream(Chart.values()).map(Chart::label).toList();

        @Override
        public Iterator<String> iterator() {
            return LABELS.iterator();
        }
    }

    /// The sides of a comparison.
    static final class Sides implements Iterable<String> {
        static final List<String> LABELS = List.of(RunComparison.BEFORE, RunComparison.AFTER);

        @Override
        public Iterator<String> iterator() {
            return LABELS.iterator();
        }
    }
}
