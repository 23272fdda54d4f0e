package dev.weft.probe;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import dev.weft.record.ResourceUsage.Collections;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Counts the garbage collections since its creation.
///
/// Each collector has one bean per kind of collection. ZGC and Shenandoah have a bean for
/// concurrent cycles and one for pauses: cycles are counted and pauses are timed.
final class GarbageCollectionCounter {
    private static final String CYCLES = " Cycles";
    private static final String PAUSES = " Pauses";

    private final List<Collector> collectors =
            ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
                    .map(Collector::now)
                    .toList();

    /// A bean and its readings at the start.
    private record Collector(GarbageCollectorMXBean bean, long countBefore, long millisBefore) {
        static Collector now(GarbageCollectorMXBean bean) {
            return new Collector(bean, bean.getCollectionCount(), bean.getCollectionTime());
        }

        boolean reportsCounts() {
            return bean.getCollectionCount() >= 0;
        }

        boolean hasSuffix(String suffix) {
            return bean.getName().endsWith(suffix);
        }

        long count() {
            return bean.getCollectionCount() - countBefore;
        }

        long millis() {
            return bean.getCollectionTime() - millisBefore;
        }
    }

    /// Collections so far; empty if no collector reports counts.
    Optional<Collections> collections() {
        List<Collector> reporting = collectors.stream().filter(Collector::reportsCounts).toList();
        if (reporting.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Collections(
                        reporting.stream()
                                .filter(collector -> !collector.hasSuffix(PAUSES))
                                .mapToLong(Collector::count)
                                .sum(),
                        Duration.ofMillis(
                                reporting.stream()
                                        .filter(collector -> !collector.hasSuffix(CYCLES))
                                        .mapToLong(Collector::millis)
                                        .sum()),
                        heapAfterLast(reporting)));
    }

    private static OptionalLong heapAfterLast(List<Collector> reporting) {
        return reporting.stream()
                .filter(collector -> collector.count() > 0)
                .flatMap(
                        collector -> Optional.ofNullable(collector.bean().getLastGcInfo()).stream())
                .max(Comparator.comparingLong(GcInfo::getEndTime))
                .map(last -> OptionalLong.of(heapAfter(last)))
                .orElse(OptionalLong.empty());
    }

    private static long heapAfter(GcInfo collection) {
        Set<String> heap =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getName)
                        .collect(Collectors.toSet());
        Map<String, MemoryUsage> pools = collection.getMemoryUsageAfterGc();
        return pools.entrySet().stream()
                .filter(pool -> heap.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }
}
