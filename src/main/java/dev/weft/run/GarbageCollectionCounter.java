package dev.weft.run;

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

/// The garbage collections since a moment.
///
/// Every collector tells a bean for each kind of collection. Where a kind has one bean for its
/// cycles, which run beside the program, and one for its pauses (ZGC, Shenandoah), cycles are
/// counted and pauses are timed.
final class GarbageCollectionCounter {
    private static final String CYCLES = " Cycles";
    private static final String PAUSES = " Pauses";

    private final List<Collector> collectors =
            ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
                    .map(Collector::now)
                    .toList();

    /// A bean, and what it had told when the watch began.
    private record Collector(GarbageCollectorMXBean bean, long countBefore, long millisBefore) {
        static Collector now(GarbageCollectorMXBean bean) {
            return new Collector(bean, bean.getCollectionCount(), bean.getCollectionTime());
        }

        boolean tells() {
            return bean.getCollectionCount() >= 0;
        }

        boolean has(String ending) {
            return bean.getName().endsWith(ending);
        }

        long count() {
            return bean.getCollectionCount() - countBefore;
        }

        long millis() {
            return bean.getCollectionTime() - millisBefore;
        }
    }

    /// What was collected until now; empty where no collector tells.
    Optional<Collections> collections() {
        List<Collector> telling = collectors.stream().filter(Collector::tells).toList();
        if (telling.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Collections(
                        telling.stream()
                                .filter(collector -> !collector.has(PAUSES))
                                .mapToLong(Collector::count)
                                .sum(),
                        Duration.ofMillis(
                                telling.stream()
                                        .filter(collector -> !collector.has(CYCLES))
                                        .mapToLong(Collector::millis)
                                        .sum()),
                        heapAfterTheLast(telling)));
    }

    private static OptionalLong heapAfterTheLast(List<Collector> telling) {
        return telling.stream()
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
