package dev.weft.record;

import static dev.weft.record.MeasuredColumns.maybe;
import static dev.weft.record.MeasuredColumns.measured;

import dev.weft.csv.Column;
import dev.weft.csv.CsvCell;
import dev.weft.record.ResourceUsage.Collections;
import dev.weft.record.ResourceUsage.Switches;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Columns for the resources and waits of a pass, which explain its speed. All values are of the
/// client's JVM alone.
final class UsageColumns {
    static final String CANNOT_TELL = "the platform cannot tell";

    static final List<Column<PassRow>> ALL =
            List.of(
                    maybe(
                            "cpu_ms",
                            measures -> measures.usage().cpu(),
                            "CPU time that the client's JVM used during `wall_ms`, over all"
                                    + " cores. Where the platform has no `getrusage` it moves in"
                                    + " steps of 10 ms.",
                            CANNOT_TELL),
                    switches(
                            "voluntary_switches",
                            Switches::voluntary,
                            "How often a thread of the client's JVM gave up its core during the"
                                    + " pass, to wait for something."),
                    switches(
                            "involuntary_switches",
                            Switches::involuntary,
                            "How often a core was taken from a thread of the client's JVM that had"
                                    + " work to do."),
                    maybe(
                            "peak_rss_mib",
                            measures -> mebibytes(measures.usage().peakRssBytes()),
                            "The most memory that the client's JVM held until the end of the"
                                    + " pass, in MiB.",
                            CANNOT_TELL),
                    measured(
                            "peak_threads",
                            measures -> measures.usage().peakThreads(),
                            "The most platform threads that the client's JVM had during the pass."),
                    maybe(
                                    "peak_virtual_threads",
                                    measures -> boxed(measures.peakVirtualThreads()),
                                    "The most virtual threads that worked on items at once; 0 in a"
                                            + " mode that has none.",
                                    "an earlier weft did not count them")
                            .since(2),
                    collections(
                            "gc_count",
                            collections -> Optional.of(collections.count()),
                            "Garbage collections of the client's JVM during the pass.",
                            CANNOT_TELL),
                    collections(
                            "gc_pause_ms",
                            collections -> Optional.of(collections.pause()),
                            "How long they stopped the client's JVM, together. The JVM tells whole"
                                    + " milliseconds.",
                            CANNOT_TELL),
                    collections(
                            "heap_after_gc_mib",
                            collections -> mebibytes(collections.heapAfterBytes()),
                            "How much of the heap was in use right after the last collection of the"
                                    + " pass, in MiB.",
                            "there was no collection"),
                    maybe(
                                    "heap_committed_mib",
                                    measures -> mebibytes(measures.usage().heapCommittedBytes()),
                                    "The size of the heap at the end of the pass, in MiB.",
                                    "an earlier weft did not record it")
                            .since(3),
                    maybe(
                                    "jit_ms",
                                    measures -> measures.usage().compilation(),
                                    "How long the JIT compilers of the client's JVM were busy during"
                                            + " the pass, added up over their threads, in whole"
                                            + " milliseconds.",
                                    "the JVM does not record it, or an earlier weft did not")
                            .since(3),
                    measured(
                            "retries",
                            PassMeasures::retries,
                            "Attempts beyond the first, over all items."),
                    maybe(
                                    "connection_wait_ms",
                                    PassMeasures::connectionWait,
                                    "How long requests waited for a connection, over all attempts of"
                                            + " all items. On Netty it holds the making of a new"
                                            + " connection and the wait for an event loop, on"
                                            + " Apache 5 neither.",
                                    "no request was made")
                            .since(2));

    private UsageColumns() {}

    private static Column<PassRow> switches(
            String name, ToLongFunction<Switches> count, String meaning) {
        return maybe(
                        name,
                        measures -> measures.usage().switches().map(count::applyAsLong),
                        meaning,
                        CANNOT_TELL)
                .since(2);
    }

    private static Column<PassRow> collections(
            String name,
            Function<Collections, Optional<? extends Object>> value,
            String meaning,
            String emptyWhen) {
        return maybe(
                        name,
                        measures -> measures.usage().collections().flatMap(value),
                        meaning,
                        emptyWhen)
                .since(2);
    }

    private static Optional<Integer> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }

    private static Optional<Double> mebibytes(OptionalLong bytes) {
        return bytes.isPresent()
                ? Optional.of(CsvCell.mebibytes(bytes.getAsLong()))
                : Optional.empty();
    }
}
