package dev.weft.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Reads the limits of Linux control groups, versions 1 and 2.
///
/// A limit also holds for all groups below. The smallest one from the group of this process up to
/// the root counts. Sources: cgroups(7), and cgroup-v2 and sched-bwc in the kernel documentation.
record ControlGroups(MachineFiles files) {
    /// Version 1 reports the largest whole number of pages if memory is unlimited.
    private static final long NO_LIMIT = 1L << 62;

    /// The relevant fields of a line of `/proc/self/mountinfo`.
    private record Mount(String point, String type, List<String> options) {}

    /// Returns the limits of this process.
    ContainerLimits limits() {
        List<Mount> mounts = mounts();
        List<String> version2 = folders(mounts, mount -> mount.type().equals("cgroup2"), "");
        return new ContainerLimits(
                smallest(
                        Stream.concat(
                                        version2.stream().map(this::quotaOfVersion2),
                                        folders(mounts, "cpu").stream().map(this::quotaOfVersion1))
                                .flatMap(Optional::stream)),
                Stream.concat(
                                version2.stream()
                                        .map(folder -> files.number(folder + "/memory.max")),
                                folders(mounts, "memory").stream()
                                        .map(
                                                folder ->
                                                        files.number(
                                                                folder + "/memory.limit_in_bytes")))
                        .flatMapToLong(OptionalLong::stream)
                        .filter(limit -> limit < NO_LIMIT)
                        .min());
    }

    private static OptionalDouble smallest(Stream<Double> quotas) {
        return quotas.mapToDouble(quota -> quota).min();
    }

    /// Parses `cpu.max`, such as `max 100000` or `150000 100000`: quota and period in microseconds.
    private Optional<Double> quotaOfVersion2(String folder) {
        String[] parts = files.word(folder + "/cpu.max").orElse("").split(" ", -1);
        return parts.length < 2
                ? Optional.empty()
                : ratio(MachineFiles.parsed(parts[0]), MachineFiles.parsed(parts[1]));
    }

    private Optional<Double> quotaOfVersion1(String folder) {
        return ratio(
                files.number(folder + "/cpu.cfs_quota_us"),
                files.number(folder + "/cpu.cfs_period_us"));
    }

    /// Divides quota by period. A quota of -1 means unlimited.
    private static Optional<Double> ratio(OptionalLong quota, OptionalLong period) {
        return quota.orElse(-1) > 0 && period.orElse(0) > 0
                ? Optional.of((double) quota.getAsLong() / period.getAsLong())
                : Optional.empty();
    }

    private List<String> folders(List<Mount> mounts, String controller) {
        return folders(
                mounts,
                mount -> mount.type().equals("cgroup") && mount.options().contains(controller),
                controller);
    }

    /// Returns the folders of this process's group and of all groups above it.
    ///
    /// A container may see its own group mounted as the root, but the group's path as on the host.
    /// Such folders do not exist and have no limit.
    private List<String> folders(List<Mount> mounts, Predicate<Mount> wanted, String controller) {
        List<String> folders = new ArrayList<>();
        for (Mount mount : mounts) {
            if (wanted.test(mount)) {
                String folder = mount.point();
                folders.add(folder);
                for (String name : groupPath(controller).split("/", -1)) {
                    folder = name.isEmpty() ? folder : folder + "/" + name;
                    folders.add(folder);
                }
            }
        }
        return folders.stream().distinct().toList();
    }

    /// Returns the path of this process's group. The lines of `/proc/self/cgroup` are
    /// `number:controllers:path`, with no controllers in version 2.
    private String groupPath(String controller) {
        return files.lines("/proc/self/cgroup").stream()
                .map(line -> line.split(":", 3))
                .filter(parts -> parts.length == 3)
                .filter(parts -> List.of(parts[1].split(",", -1)).contains(controller))
                .map(parts -> parts[2])
                .findFirst()
                .orElse("/");
    }

    /// Parses the mounts. The lines are `... point options... - type source options`.
    private List<Mount> mounts() {
        return files.lines("/proc/self/mountinfo").stream()
                .map(line -> line.split(" - ", 2))
                .filter(halves -> halves.length == 2)
                .flatMap(
                        halves ->
                                mount(halves[0].split(" ", -1), halves[1].split(" ", -1)).stream())
                .toList();
    }

    private static Optional<Mount> mount(String[] first, String[] second) {
        return first.length < 5 || second.length < 3
                ? Optional.empty()
                : Optional.of(
                        new Mount(first[4], second[0], Arrays.asList(second[2].split(",", -1))));
    }
}
