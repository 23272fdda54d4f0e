package dev.weft.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// CPU time since boot, in ticks of the kernel, from `/proc/stat` and `/proc/self/stat` (proc(5)).
///
/// @param total ticks of all cores
/// @param idle idle ticks of all cores, waits for disks included
/// @param own ticks of this process
record CpuTicks(long total, long idle, long own) {
    /// Fields user, nice, system, idle, iowait, irq, softirq and steal. The later ones are included
    /// in user and nice.
    private static final int FIELDS = 8;

    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;

    /// Index of utime after the process name. The name may contain any character.
    private static final int USER_TIME = 11;

    private static final int SYSTEM_TIME = 12;

    /// Reads the current values. Empty if they cannot be read.
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
        List<Long> fields =
                Arrays.stream(all.split(" +", -1))
                        .skip(1)
                        .limit(FIELDS)
                        .map(Long::valueOf)
                        .toList();
        String[] own = self.substring(self.lastIndexOf(')') + 1).strip().split(" ", -1);
        return new CpuTicks(
                fields.stream().mapToLong(ticks -> ticks).sum(),
                fields.get(IDLE) + fields.get(IO_WAIT),
                Long.parseLong(own[USER_TIME]) + Long.parseLong(own[SYSTEM_TIME]));
    }

    /// Returns the share of CPU time that was used outside this process since the earlier reading,
    /// from 0 to 1. Empty if no time has passed.
    OptionalDouble othersShareSince(CpuTicks before) {
        long elapsed = total - before.total;
        long others = elapsed - (idle - before.idle) - (own - before.own);
        return elapsed <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp((double) others / elapsed, 0, 1));
    }
}
