package dev.weft.report;

import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.ModeSummary;
import dev.weft.plan.Phase;
import dev.weft.record.PassMeasures;
import dev.weft.record.ResourceUsage.Collections;
import dev.weft.record.ResourceUsage.Switches;
import dev.weft.stats.Quantiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Resources that the modes of a case used in warm passes, side by side.
///
/// @param setting index in the list of cases
/// @param lines one for each resource
record ResourceTable(int setting, List<Line> lines) {
    private static final double NANOS_PER_MILLI = 1e6;

    /// Amounts of one resource.
    ///
    /// @param meaning explanation in a sentence
    /// @param modes amount by name of the mode; absent if the platform does not report it
    record Line(String name, String meaning, Map<String, Figure> modes) {}

    /// Resource with its amount.
    ///
    /// @param meaning explanation in a sentence
    /// @param figure amount that a mode used; empty if it is unknown
    private record Resource(
            String name, String meaning, Function<ModeSummary, Optional<Figure>> figure) {
        Resource(
                String name,
                String meaning,
                Function<ModeSummary, OptionalDouble> amount,
                DoubleFunction<String> format) {
            this(name, meaning, summary -> Figure.of(amount.apply(summary), format));
        }
    }

    /// All resources in display order.
    private static final List<Resource> RESOURCES =
            List.of(
                    new Resource(
                            "client CPU per upload",
                            "User and system time of the client's JVM, its compilers and collectors included, over all warm passes.",
                            ModeSummary::cpuMillisPerUpload,
                            FigureFormat::millis),
                    new Resource(
                            "server CPU per upload",
                            "The same of the embedded server. Not known of any other.",
                            ModeSummary::serverCpuMillisPerUpload,
                            FigureFormat::millis),
                    new Resource(
                            "cores busy",
                            "Client and embedded server together, as a share of all cores; median.",
                            ModeSummary::busyShare,
                            FigureFormat::percent),
                    new Resource(
                            "waits per upload",
                            "Voluntary context switches: a thread of the client gave its core up to wait for something.",
                            perUpload(one -> switches(one).mapToDouble(Switches::voluntary)),
                            FigureFormat::digits),
                    new Resource(
                            "preemptions per upload",
                            "Involuntary context switches: the core was taken from a thread of the client that had work to do.",
                            perUpload(one -> switches(one).mapToDouble(Switches::involuntary)),
                            FigureFormat::digits),
                    new Resource(
                            "peak memory",
                            "The most that any JVM of the mode held (resident set).",
                            summary -> Figure.ofBytes(summary.peakRssBytes())),
                    new Resource(
                            "heap after a collection",
                            "What was in use right after the last collection of a pass; median.",
                            summary ->
                                    Figure.ofBytes(
                                            median(ResourceTable::heapBytes).apply(summary))),
                    new Resource(
                            "platform threads",
                            "The most at once in the client's JVM, its own included; median.",
                            median(one -> DoubleStream.of(one.usage().peakThreads())),
                            FigureFormat::plain),
                    new Resource(
                            "virtual threads",
                            "The most that worked on files at once; median.",
                            median(one -> one.peakVirtualThreads().stream().asDoubleStream()),
                            FigureFormat::plain),
                    new Resource(
                            "collections in a pass",
                            "Garbage collections; mean.",
                            mean(one -> collections(one).mapToDouble(Collections::count)),
                            FigureFormat::digits),
                    new Resource(
                            "pauses in a pass",
                            "How long collections stopped the client, together; mean of whole milliseconds.",
                            mean(one -> millis(collections(one).map(Collections::pause))),
                            FigureFormat::millis),
                    new Resource(
                            "wait for a connection per upload",
                            "On Netty with the making of a connection and the wait for an event loop, on Apache 5 without.",
                            perUpload(one -> millis(one.connectionWait().stream())),
                            FigureFormat::millis),
                    new Resource(
                            "retries in a pass",
                            "Attempts beyond the first; mean.",
                            mean(one -> DoubleStream.of(one.retries())),
                            FigureFormat::plain));

    static ResourceTable of(int setting, List<ModeSummary> modes) {
        List<Line> lines = new ArrayList<>();
        for (Resource resource : RESOURCES) {
            Map<String, Figure> figures = new LinkedHashMap<>();
            for (ModeSummary mode : modes) {
                resource.figure()
                        .apply(mode)
                        .ifPresent(figure -> figures.put(mode.mode().label(), figure));
            }
            if (!figures.isEmpty()) {
                lines.add(new Line(resource.name(), resource.meaning(), figures));
            }
        }
        return new ResourceTable(setting, lines);
    }

    /// Returns the sum of an amount over warm passes per upload.
    ///
    /// @param amount of a pass; none if it is unknown
    private static Function<ModeSummary, OptionalDouble> perUpload(
            Function<PassMeasures, DoubleStream> amount) {
        return summary -> {
            List<PassMeasures> known =
                    warm(summary).filter(one -> amount.apply(one).findAny().isPresent()).toList();
            long uploads = known.stream().mapToLong(one -> one.counts().stored()).sum();
            double sum = known.stream().flatMapToDouble(amount).sum();
            return uploads == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / uploads);
        };
    }

    private static Function<ModeSummary, OptionalDouble> median(
            Function<PassMeasures, DoubleStream> amount) {
        return summary -> {
            double[] all = warm(summary).flatMapToDouble(amount).toArray();
            return all.length == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Quantiles.median(all));
        };
    }

    private static Function<ModeSummary, OptionalDouble> mean(
            Function<PassMeasures, DoubleStream> amount) {
        return summary -> warm(summary).flatMapToDouble(amount).average();
    }

    private static Stream<PassMeasures> warm(ModeSummary summary) {
        return summary.good(Phase.WARM).flatMap(row -> row.measures().stream());
    }

    private static Stream<Switches> switches(PassMeasures one) {
        return one.usage().switches().stream();
    }

    private static Stream<Collections> collections(PassMeasures one) {
        return one.usage().collections().stream();
    }

    private static DoubleStream heapBytes(PassMeasures one) {
        return collections(one)
                .flatMapToLong(all -> all.heapAfterBytes().stream())
                .asDoubleStream();
    }

    private static DoubleStream millis(Stream<Duration> times) {
        return times.mapToDouble(time -> time.toNanos() / NANOS_PER_MILLI);
    }
}
