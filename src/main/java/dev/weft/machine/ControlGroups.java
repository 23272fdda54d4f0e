package dev.weft.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The limits of Linux's control groups, version 2 and version 1. A limit holds for all groups
/// below, so the tightest one from this process's group up to the root counts. (cgroups(7), and the
/// kernel's documents cgroup-v2 and sched-bwc.)
record ControlGroups(MachineFiles files) {
    /// Version 1 writes the largest whole number of pages for no limit.
    private static final long NO_LIMIT = 1L << 62;

    /// A line of `/proc/self/mountinfo`, as far as it matters.
    private record Mount(String point, String type, List<String> options) {}

    /// What holds for this process.
    ContainerLimits limits() {
        List<Mount> mounts = mounts();
        List<String> unified = folders(mounts, mount -> mount.type().equals("cgroup2"), "");
        return new ContainerLimits(
                tightest(
                        Stream.concat(
                                        unified.stream().map(this::quotaOfVersion2),
                                        folders(mounts, "cpu").stream().map(this::quotaOfVersion1))
                                .flatMap(Optional::stream)),
                Stream.concat(
                                unified.stream()
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

    private static OptionalDouble tightest(Stream<Double> quotas) {
        return quotas.mapToDouble(quota -> quota).min();
    }

    /// `cpu.max` is `max 100000` or `150000 100000`: microseconds in each period.
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

    /// A quota of -1 is none.
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

    /// The folders of this process's group and of those above it. Inside a container its own group
    /// may be mounted as the root, while its path is told as the machine sees it: what is not there
    /// states no limit.
    private List<String> folders(List<Mount> mounts, Predicate<Mount> wanted, String controller) {
        List<String> folders = new ArrayList<>();
        for (Mount mount : mounts) {
            if (wanted.test(mount)) {
                String folder = mount.point();
                folders.add(folder);
                for (String name : group(controller).split("/", -1)) {
                    folder = name.isEmpty() ? folder : folder + "/" + name;
                    folders.add(folder);
                }
            }
        }
        return folders.stream().distinct().toList();
    }

    /// The path of this process's group: the lines of `/proc/self/cgroup` are
    /// `number:controllers:path`, with no controllers in version 2.
    private String group(String controller) {
        return files.lines("/proc/self/cgroup").stream()
                .map(line -> line.split(":", 3))
                .filter(parts -> parts.length == 3)
                .filter(parts -> List.of(parts[1].split(",", -1)).contains(controller))
                .map(parts -> parts[2])
                .findFirst()
                .orElse("/");
    }

    /// What is mounted: `... point options... - type source options`.
    private List<Mount> mounts() {
        return files.lines("/proc/self/mountinfo").stream()
                .map(line -> line.split(" - ", 2))
                .filter(halves -> halves.length == 2)
                .flatMap(
                        halves ->
                                mount(halves[0].split(" ", -1), halves[1].split(" ", -1)).stream())
                .toList();
    }

    private static Optional<Mount> mount(String[] place, String[] kind) {
        return place.length < 5 || kind.length < 3
                ? Optional.empty()
                : Optional.of(new Mount(place[4], kind[0], Arrays.asList(kind[2].split(",", -1))));
    }
}
