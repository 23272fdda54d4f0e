package dev.weft.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// CPU time since the machine began, in the kernel's ticks (proc(5): `/proc/stat` and
/// `/proc/self/stat`).
///
/// @param total of all cores
/// @param idle of all cores, waiting for disks counted
/// @param own what this process took
record CpuTicks(long total, long idle, long own) {
    /// user nice system idle iowait irq softirq steal; what follows is part of user and nice.
    private static final int KINDS = 8;

    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;

    /// Places of utime and stime, counted behind the name, which may hold anything.
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    /// As they are now; empty where they cannot be read.
    static Optional<CpuTicks> read(MachineFiles files) {
        Optional<String> all = files.word("/proc/stat").filter(line -> line.startsWith("cpu "));
        Optional<String> self = files.word("/proc/self/stat");
        try {
            return all.isEmpty() || self.isEmpty()
                    ? Optional.empty()
                    : Optional.of(of(all.get(), self.get()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static CpuTicks of(String all, String self) {
        List<Long> kinds =
                Arrays.stream(all.split(" +", -1)).skip(1).limit(KINDS).map(Long::valueOf).toList();
        String[] own = self.substring(self.lastIndexOf(')') + 1).strip().split(" ", -1);
        return new CpuTicks(
                kinds.stream().mapToLong(ticks -> ticks).sum(),
                kinds.get(IDLE) + kinds.get(IO_WAIT),
                Long.parseLong(own[USER]) + Long.parseLong(own[SYSTEM]));
    }

    /// The share of the time since then that was neither idle nor this process's; empty where no
    /// time has passed.
    OptionalDouble othersShareSince(CpuTicks before) {
        long passed = total - before.total;
        long others = passed - (idle - before.idle) - (own - before.own);
        return passed <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp((double) others / passed, 0, 1));
    }
}
