package dev.weft.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuTicksTest {
    @TempDir Path root;

    @Test
    void readsWhatTheKernelCounts() throws IOException {
        MadeUpMachine machine =
                new MadeUpMachine(root)
                        .with(
                                "proc/stat",
                                "cpu  100 20 30 400 50 6 7 8 90 10",
                                "cpu0 1 1 1 1 1 1 1 1 0 0")
                        .with(
                                "proc/self/stat",
                                "42 (a) b) S 1 42 42 0 -1 4194560 9 0 0 0 15 4 77 77 20 0 1");

        assertThat(CpuTicks.read(machine.files())).contains(new CpuTicks(621, 450, 19));
    }

    @Test
    void countsNeitherIdleTimeNorItsOwn() {
        CpuTicks before = new CpuTicks(1000, 600, 100);
        CpuTicks after = new CpuTicks(1040, 620, 110);

        assertThat(after.othersShareSince(before)).isEqualTo(OptionalDouble.of(0.25));
    }

    /// The kernel books time of a process and of a core at moments of their own.
    @Test
    void neverSharesOutLessThanNothing() {
        assertThat(new CpuTicks(1040, 1030, 120).othersShareSince(new CpuTicks(1000, 1000, 100)))
                .isEqualTo(OptionalDouble.of(0));
    }

    @Test
    void tellsNothingWhereNoTimeHasPassed() {
        CpuTicks ticks = new CpuTicks(1000, 600, 100);

        assertThat(ticks.othersShareSince(ticks)).isEmpty();
    }
}
