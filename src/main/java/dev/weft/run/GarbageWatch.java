package dev.weft.run;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import dev.weft.record.Usage.Collections;
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
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// The garbage collections since a moment.
///
/// Every collector tells a bean for each kind of collection. Where a kind has one bean for its
/// cycles, which run beside the program, and one for its pauses (ZGC, Shenandoah), cycles are
/// counted and pauses are timed.
final class GarbageWatch {
    private static final String CYCLES = " Cycles";
    private static final String PAUSES = " Pauses";

    private final List<GarbageCollectorMXBean> collectors =
            ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class);
    private final long countBefore = count();
    private final long millisBefore = millis();
    private final long lastBefore = last().map(GcInfo::getEndTime).orElse(Long.MIN_VALUE);

    /// What was collected until now; empty where no collector tells.
    Optional<Collections> collections() {
        if (collectors.stream().allMatch(bean -> bean.getCollectionCount() < 0)) {
            return Optional.empty();
        }
        return Optional.of(
                new Collections(
                        count() - countBefore,
                        Duration.ofMillis(millis() - millisBefore),
                        last().filter(last -> last.getEndTime() > lastBefore)
                                .map(last -> OptionalLong.of(heapAfter(last)))
                                .orElse(OptionalLong.empty())));
    }

    private long count() {
        return sumOfAllBut(PAUSES, GarbageCollectorMXBean::getCollectionCount);
    }

    private long millis() {
        return sumOfAllBut(CYCLES, GarbageCollectorMXBean::getCollectionTime);
    }

    private long sumOfAllBut(String ending, ToLongFunction<GarbageCollectorMXBean> figure) {
        return collectors.stream()
                .filter(bean -> !bean.getName().endsWith(ending))
                .mapToLong(figure)
                .filter(value -> value > 0)
                .sum();
    }

    private Optional<GcInfo> last() {
        return collectors.stream()
                .flatMap(bean -> Optional.ofNullable(bean.getLastGcInfo()).stream())
                .max(Comparator.comparingLong(GcInfo::getEndTime));
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
