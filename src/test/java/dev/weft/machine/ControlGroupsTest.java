package dev.weft.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlGroupsTest {
    private static final long NO_LIMIT = 9_223_372_036_854_771_712L;

    @TempDir Path root;

    private MadeUpMachine machine;

    @BeforeEach
    void makeUp() {
        machine = new MadeUpMachine(root);
    }

    @Test
    void readsVersion2InsideAContainer() throws IOException {
        version2("/");
        machine.with("sys/fs/cgroup/cpu.max", "150000 100000")
                .with("sys/fs/cgroup/memory.max", "536870912");

        assertThat(limits()).isEqualTo(of(1.5, 536_870_912));
    }

    @Test
    void takesTheTightestLimitOfTheGroupsAbove() throws IOException {
        version2("/user.slice/user-0.slice/run.scope");
        machine.with("sys/fs/cgroup/user.slice/cpu.max", "200000 100000")
                .with("sys/fs/cgroup/user.slice/memory.max", "max")
                .with("sys/fs/cgroup/user.slice/user-0.slice/cpu.max", "50000 100000")
                .with("sys/fs/cgroup/user.slice/user-0.slice/memory.max", "1000")
                .with("sys/fs/cgroup/user.slice/user-0.slice/run.scope/cpu.max", "max 100000")
                .with("sys/fs/cgroup/user.slice/user-0.slice/run.scope/memory.max", "2000")
                .with("sys/fs/cgroup/system.slice/cpu.max", "1 100000");

        assertThat(limits()).isEqualTo(of(0.5, 1000));
    }

    @Test
    void findsNoLimitInVersion2WhereThereIsNone() throws IOException {
        version2("/");
        machine.with("sys/fs/cgroup/cpu.max", "max 100000").with("sys/fs/cgroup/memory.max", "max");

        assertThat(limits()).isEqualTo(ContainerLimits.NONE);
    }

    @Test
    void readsVersion1() throws IOException {
        version1("/docker/abc");
        machine.with("sys/fs/cgroup/cpu,cpuacct/docker/abc/cpu.cfs_quota_us", "25000")
                .with("sys/fs/cgroup/cpu,cpuacct/docker/abc/cpu.cfs_period_us", "100000")
                .with("sys/fs/cgroup/memory/docker/abc/memory.limit_in_bytes", "1073741824")
                .with("sys/fs/cgroup/memory/memory.limit_in_bytes", "" + NO_LIMIT);

        assertThat(limits()).isEqualTo(of(0.25, 1L << 30));
    }

    /// The container's own group is mounted as the root, and its path is that of the host.
    @Test
    void readsVersion1InsideAContainer() throws IOException {
        version1("/docker/abc");
        machine.with("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "300000")
                .with("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000")
                .with("sys/fs/cgroup/memory/memory.limit_in_bytes", "4096");

        assertThat(limits()).isEqualTo(of(3, 4096));
    }

    @Test
    void findsNoLimitInVersion1WhereThereIsNone() throws IOException {
        version1("/");
        machine.with("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "-1")
                .with("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000")
                .with("sys/fs/cgroup/memory/memory.limit_in_bytes", "" + NO_LIMIT);

        assertThat(limits()).isEqualTo(ContainerLimits.NONE);
    }

    @Test
    void findsNoLimitOnAMachineWithoutControlGroups() {
        assertThat(limits()).isEqualTo(ContainerLimits.NONE);
    }

    private ContainerLimits limits() {
        return new ControlGroups(machine.files()).limits();
    }

    private static ContainerLimits of(double cores, long bytes) {
        return new ContainerLimits(OptionalDouble.of(cores), OptionalLong.of(bytes));
    }

    private void version2(String group) throws IOException {
        machine.with("proc/self/cgroup", "0::" + group)
                .with(
                        "proc/self/mountinfo",
                        "22 1 254:0 / / rw - ext4 /dev/vda rw",
                        "31 22 0:27 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate");
    }

    /// As Docker on a machine with both: what is version 2 there has no controllers.
    private void version1(String group) throws IOException {
        machine.with(
                        "proc/self/cgroup",
                        "9:cpuset:/elsewhere",
                        "4:memory:" + group,
                        "2:cpu,cpuacct:" + group,
                        "0::/elsewhere")
                .with(
                        "proc/self/mountinfo",
                        "31 23 0:28 / /sys/fs/cgroup rw - tmpfs tmpfs rw,mode=755",
                        "32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct",
                        "34 31 0:31 / /sys/fs/cgroup/cpuset rw - cgroup cgroup rw,cpuset",
                        "35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory",
                        "41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw");
    }
}
