package dev.weft.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.archive.UnzipResult;
import dev.weft.plan.ModeName;
import dev.weft.record.ItemCounts;
import dev.weft.record.ItemRow;
import dev.weft.run.MadeUpPass;
import dev.weft.store.ObjectKey;
import dev.weft.testing.Gauge;
import dev.weft.testing.MadeUpItems;
import dev.weft.testing.Mishaps;
import dev.weft.testing.Mishaps.Mishap;
import dev.weft.testing.StoreUnderTest;
import dev.weft.testing.Workloads;
import dev.weft.workload.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every mode promises, whatever it uploads to.
///
/// Passes have permits for several items in every mode, so that the sequential one has to keep to
/// one by itself.
@Timeout(60)
interface ModeContract {
    /// The contract of the sequential mode.
    interface OfSequential extends ModeContract {
        @Override
        default ModeName name() {
            return ModeName.SEQUENTIAL;
        }
    }

    /// The contract of platform threads.
    interface OfThreads extends ModeContract {
        @Override
        default ModeName name() {
            return ModeName.THREADS;
        }
    }

    /// The contract of futures.
    interface OfAsync extends ModeContract {
        @Override
        default ModeName name() {
            return ModeName.ASYNC;
        }
    }

    /// The contract of virtual threads.
    interface OfVirtual extends ModeContract {
        @Override
        default ModeName name() {
            return ModeName.VIRTUAL;
        }
    }

    /// Permits of a pass, and threads of a pool.
    int PERMITS = 8;

    /// Enough items to use each permit several times.
    int ITEMS = 24;

    /// The mode.
    ModeName name();

    /// What it uploads to.
    StoreUnderTest store();

    /// A new one of the mode.
    default Mode mode() {
        return switch (name()) {
            case SEQUENTIAL -> new Sequential();
            case THREADS -> ThreadPerItem.platform(PERMITS);
            case ASYNC -> new Async();
            case VIRTUAL -> ThreadPerItem.virtual();
        };
    }

    /// The most items that the mode may have open.
    default int bound() {
        return name() == ModeName.SEQUENTIAL ? 1 : PERMITS;
    }

    /// Drives a pass below a prefix from its start to its end.
    default void drive(MadeUpPass pass, Workloads work) throws InterruptedException {
        try (Mode mode = mode()) {
            work.drive(mode, pass.pass());
        }
    }

    @Test
    default void storesEveryItemOnceWithItsOwnBytes() throws Exception {
        String prefix = store().newPrefix();
        Gauge gauge = Gauge.counting();
        MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(ITEMS), PERMITS);
        drive(pass, gauge.around(store().below(prefix)));
        assertThat(pass.counts()).isEqualTo(new ItemCounts(ITEMS, 0, 0));
        assertThat(gauge.started()).containsExactlyInAnyOrderElementsOf(indexes(ITEMS));
        assertThat(recorded(pass)).containsExactlyInAnyOrderElementsOf(indexes(ITEMS));
        assertThat(store().objects(prefix)).isEqualTo(expected(prefix, indexes(ITEMS)));
    }

    @Test
    default void saysOfEveryItemWhenItWasSentAndHowOften() throws Exception {
        MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(PERMITS), PERMITS);
        drive(pass, store().below(store().newPrefix()));
        assertThat(pass.rows())
                .hasSize(PERMITS)
                .allSatisfy(
                        row -> {
                            assertThat(row.startedNanos()).isPresent();
                            assertThat(row.attempts()).isEqualTo(1);
                            assertThat(row.failure()).isEmpty();
                        });
    }

    @Test
    default void opensAsManyItemsAsItMayAndNeverMore() throws Exception {
        Gauge gauge = Gauge.holdingUntilOpen(bound());
        MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(ITEMS), PERMITS);
        drive(pass, gauge.around(store().below(store().newPrefix())));
        assertThat(gauge.peak()).isEqualTo(bound());
        assertThat(pass.counts()).isEqualTo(new ItemCounts(ITEMS, 0, 0));
    }

    @Test
    default void returnsWhenTheLastItemHasEnded() throws Exception {
        Gauge gauge = Gauge.counting();
        MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(PERMITS - 1), PERMITS);
        drive(pass, gauge.around(store().below(store().newPrefix())));
        assertThat(gauge.open()).isZero();
        assertThat(pass.counts()).isEqualTo(new ItemCounts(PERMITS - 1, 0, 0));
    }

    @Test
    default void drivesPassAfterPass() throws Exception {
        String prefix = store().newPrefix();
        try (Mode mode = mode()) {
            for (int round = 0; round < 3; round++) {
                MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(ITEMS), PERMITS);
                store().below(prefix).drive(mode, pass.pass());
                assertThat(pass.counts()).isEqualTo(new ItemCounts(ITEMS, 0, 0));
            }
        }
        assertThat(store().objects(prefix)).hasSize(ITEMS);
    }

    @Test
    default void goesOnAfterItemsThatFail() throws Exception {
        String prefix = store().newPrefix();
        MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(ITEMS), PERMITS);
        Mishaps mishaps = new Mishaps(Map.of(0, Mishap.FAILS, 7, Mishap.FAILS, 23, Mishap.FAILS));
        drive(pass, mishaps.around(store().below(prefix)));
        assertThat(pass.counts()).isEqualTo(new ItemCounts(ITEMS - 3, 3, 0));
        assertThat(failures(pass)).isEqualTo(Map.of(0, "SlowDown", 7, "SlowDown", 23, "SlowDown"));
        assertThat(store().objects(prefix)).hasSize(ITEMS - 3);
        pass.pass().awaitIdle();
    }

    @Test
    default void countsBrokenEntriesAsFailedItems() throws Exception {
        String prefix = store().newPrefix();
        List<UnzipResult> items = new ArrayList<>(MadeUpItems.of(ITEMS));
        List.of(0, 20, 21, 23).forEach(index -> items.set(index, MadeUpItems.broken(index)));
        MadeUpPass pass = MadeUpPass.over(items, PERMITS);
        drive(pass, store().below(prefix));
        assertThat(pass.counts()).isEqualTo(new ItemCounts(ITEMS - 4, 4, 0));
        assertThat(failures(pass)).containsOnlyKeys(0, 20, 21, 23).containsValue("CrcMismatch");
        assertThat(store().objects(prefix)).hasSize(ITEMS - 4);
        pass.pass().awaitIdle();
    }

    @Test
    default void survivesAWorkloadThatBreaksItsPromises() throws Exception {
        MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(ITEMS), PERMITS);
        Mishaps mishaps =
                new Mishaps(
                        Map.of(
                                3, Mishap.THROWS,
                                4, Mishap.THROWS_ERROR,
                                5, Mishap.FUTURE_FAILS,
                                6, Mishap.NO_MEMORY));
        drive(pass, mishaps.around(store().below(store().newPrefix())));
        assertThat(pass.counts()).isEqualTo(new ItemCounts(ITEMS - 4, 4, 0));
        assertThat(failures(pass))
                .containsOnlyKeys(3, 4, 5, 6)
                .containsEntry(3, "IllegalStateException")
                .containsEntry(4, "StackOverflowError")
                .containsEntry(6, "OutOfMemory");
        pass.pass().awaitIdle();
    }

    @Test
    default void handsOutNothingMoreOnceStopped() throws Exception {
        String prefix = store().newPrefix();
        MadeUpPass pass =
                MadeUpPass.over(
                        MadeUpItems.of(ITEMS),
                        PERMITS,
                        (running, index) -> {
                            if (index == 11) {
                                running.stop("enough");
                            }
                        });
        drive(pass, store().below(prefix));
        assertThat(pass.counts()).isEqualTo(new ItemCounts(12, 0, ITEMS - 12));
        assertThat(store().objects(prefix)).isEqualTo(expected(prefix, indexes(12)));
        pass.pass().awaitIdle();
    }

    @Test
    default void bringsHomeWhatIsOnItsWayWhenStopped() throws Exception {
        Gauge gauge = Gauge.holding();
        MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(ITEMS), PERMITS);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        try (Mode mode = mode()) {
            Workloads work = gauge.around(store().below(store().newPrefix()));
            Thread driver = driver(mode, pass, work, interrupted);
            gauge.awaitOpen(bound());
            pass.pass().stop("enough");
            gauge.release();
            driver.join();
        }
        assertThat(interrupted.join()).isFalse();
        assertThat(pass.counts()).isEqualTo(new ItemCounts(bound(), 0, ITEMS - bound()));
    }

    @Test
    default void endsWhatIsOnItsWayWhenItIsAbandoned() throws Exception {
        Gauge gauge = Gauge.holding();
        MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(ITEMS), PERMITS);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        try (Mode mode = mode()) {
            Workloads work = gauge.around(store().below(store().newPrefix()));
            Thread driver = driver(mode, pass, work, interrupted);
            gauge.awaitOpen(bound());
            pass.abandon("Stalled");
            pass.pass().awaitIdle();
            assertThat(pass.counts()).isEqualTo(new ItemCounts(0, bound(), ITEMS - bound()));
            gauge.release();
            driver.join();
        }
        assertThat(interrupted.join()).isFalse();
        assertThat(failures(pass)).hasSize(bound()).containsValue("Stalled");
        assertThat(pass.counts()).isEqualTo(new ItemCounts(0, bound(), ITEMS - bound()));
    }

    @Test
    default void givesUpWhereMostUploadsFail() throws Exception {
        int items = 200;
        Workloads refusing =
                Workloads.of(
                        (_, trace) -> {
                            trace.requestStarted();
                            return new Outcome.Failed("AccessDenied", "no");
                        });
        MadeUpPass pass = MadeUpPass.givingUp(MadeUpItems.of(items), PERMITS, 0.5);
        drive(pass, refusing);
        assertThat(pass.cut().orElseThrow().reason())
                .startsWith("gave up: ")
                .endsWith(" uploads failed, most with AccessDenied");
        assertThat(pass.counts().stored()).isZero();
        assertThat(pass.counts().failed()).isBetween(20, 20 + PERMITS);
        assertThat(pass.counts().total()).isEqualTo(items);
    }

    @Test
    default void losesNoPermitWhenItsDriverIsInterrupted() throws Exception {
        Gauge gauge = Gauge.holding();
        MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(ITEMS), PERMITS);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        try (Mode mode = mode()) {
            Workloads work = gauge.around(store().below(store().newPrefix()));
            Thread driver = driver(mode, pass, work, interrupted);
            gauge.awaitOpen(bound());
            driver.interrupt();
            driver.join();
            gauge.release();
            pass.pass().awaitIdle();
        }
        assertThat(interrupted.join()).isTrue();
        assertThat(recorded(pass)).containsExactlyInAnyOrderElementsOf(indexes(bound()));
        assertThat(pass.counts().total()).isEqualTo(ITEMS);
        assertThat(pass.counts().notAttempted()).isEqualTo(ITEMS - bound());
    }

    @Test
    default void losesNoPermitWhenTheArchiveCannotBeReadOn() throws Exception {
        MadeUpPass pass =
                MadeUpPass.over(
                        MadeUpItems.of(ITEMS),
                        PERMITS,
                        (_, index) -> {
                            if (index == 5) {
                                throw new UncheckedIOException(new IOException("disk on fire"));
                            }
                        });
        Workloads work = store().below(store().newPrefix());
        try (Mode mode = mode()) {
            assertThatThrownBy(() -> work.drive(mode, pass.pass()))
                    .hasMessageContaining("disk on fire");
            pass.pass().awaitIdle();
        }
        assertThat(pass.counts()).isEqualTo(new ItemCounts(5, 0, ITEMS - 5));
    }

    private static Thread driver(
            Mode mode, MadeUpPass pass, Workloads work, CompletableFuture<Boolean> interrupted) {
        return Thread.ofPlatform()
                .start(
                        () -> {
                            try {
                                work.drive(mode, pass.pass());
                                interrupted.complete(false);
                            } catch (InterruptedException e) {
                                interrupted.complete(true);
                            }
                        });
    }

    private static List<Integer> indexes(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static List<Integer> recorded(MadeUpPass pass) {
        return pass.rows().stream().map(ItemRow::index).toList();
    }

    private static Map<Integer, String> failures(MadeUpPass pass) {
        Map<Integer, String> failures = new TreeMap<>();
        pass.rows()
                .forEach(row -> row.failure().ifPresent(code -> failures.put(row.index(), code)));
        return failures;
    }

    private static Map<String, String> expected(String prefix, List<Integer> indexes) {
        Map<String, String> expected = new TreeMap<>();
        indexes.forEach(
                index ->
                        expected.put(
                                ObjectKey.of(prefix, index, "file-%d.txt".formatted(index)),
                                HexFormat.of().formatHex(MadeUpItems.bytes(index))));
        return expected;
    }
}
