package dev.weft.machine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Reads the properties of a Linux machine from `/proc` and `/sys`. Sources: proc(5), and sysfs,
/// cpufreq and power_supply in the kernel documentation.
record LinuxPlatform(MachineFiles files) implements Platform {
    private static final String CPUINFO = "/proc/cpuinfo";
    private static final String CPUS = "/sys/devices/system/cpu";
    private static final String OS_RELEASE = "/etc/os-release";
    private static final String SUPPLIES = "/sys/class/power_supply";
    private static final long BYTES_PER_KIB = 1024;

    /// Arm kernels report numbers in place of a name.
    @Override
    public Optional<String> processorModel() {
        return files.value(CPUINFO, ':', "model name")
                .or(
                        () ->
                                files.value(CPUINFO, ':', "CPU implementer")
                                        .flatMap(
                                                implementer ->
                                                        files.value(CPUINFO, ':', "CPU part")
                                                                .map(
                                                                        part ->
                                                                                "implementer %s part %s"
                                                                                        .formatted(
                                                                                                implementer,
                                                                                                part))));
    }

    @Override
    public OptionalInt physicalCores() {
        long cores =
                cpus().stream()
                        .flatMap(cpu -> files.word(cpu + "/topology/thread_siblings_list").stream())
                        .distinct()
                        .count();
        return cores == 0 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(cores));
    }

    @Override
    public int logicalCores() {
        long listed =
                files.lines(CPUINFO).stream()
                        .filter(line -> line.matches("processor\\s*:.*"))
                        .count();
        return listed == 0 ? Platform.super.logicalCores() : Math.toIntExact(listed);
    }

    /// The JDK would return the limit of a container.
    @Override
    public OptionalLong memoryBytes() {
        return files.value("/proc/meminfo", ':', "MemTotal")
                .map(size -> MachineFiles.parsed(size.replaceAll("\\D", "")))
                .filter(OptionalLong::isPresent)
                .map(kib -> OptionalLong.of(kib.getAsLong() * BYTES_PER_KIB))
                .orElse(OptionalLong.empty());
    }

    @Override
    public ContainerLimits container() {
        return new ControlGroups(files).limits();
    }

    @Override
    public OperatingSystem system() {
        return new OperatingSystem(
                files.value(OS_RELEASE, '=', "NAME").orElse("Linux"),
                files.value(OS_RELEASE, '=', "VERSION")
                        .or(() -> files.value(OS_RELEASE, '=', "VERSION_ID"))
                        .orElse(""),
                files.word("/proc/sys/kernel/osrelease"),
                System.getProperty("os.arch"));
    }

    @Override
    public PowerState power() {
        List<String> governors =
                cpus().stream()
                        .flatMap(cpu -> files.word(cpu + "/cpufreq/scaling_governor").stream())
                        .distinct()
                        .sorted()
                        .toList();
        return new PowerState(
                governors.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", governors)),
                turbo(),
                onBattery());
    }

    private List<String> cpus() {
        return files.children(CPUS, "cpu[0-9]*");
    }

    private Optional<Boolean> turbo() {
        return files.word(CPUS + "/intel_pstate/no_turbo")
                .map(off -> off.equals("0"))
                .or(() -> files.word(CPUS + "/cpufreq/boost").map(on -> on.equals("1")));
    }

    /// Ignores batteries of devices, such as a mouse.
    private Optional<Boolean> onBattery() {
        List<String> states =
                files.children(SUPPLIES, "*").stream()
                        .filter(
                                supply ->
                                        files.word(supply + "/type").equals(Optional.of("Battery")))
                        .filter(
                                supply ->
                                        !files.word(supply + "/scope")
                                                .equals(Optional.of("Device")))
                        .flatMap(supply -> files.word(supply + "/status").stream())
                        .collect(Collectors.toList());
        return states.isEmpty() ? Optional.empty() : Optional.of(states.contains("Discharging"));
    }

    @Override
    public OptionalInt ephemeralPorts() {
        return files.word("/proc/sys/net/ipv4/ip_local_port_range")
                .map(range -> range.split("\\s+"))
                .filter(ends -> ends.length == 2)
                .map(ends -> MachineFiles.ports(ends[0], ends[1]))
                .orElse(OptionalInt.empty());
    }

    @Override
    public OptionalDouble busyShare(Duration sampleTime) throws InterruptedException {
        Optional<CpuTicks> before = CpuTicks.read(files);
        TimeUnit.NANOSECONDS.sleep(sampleTime.toNanos());
        Optional<CpuTicks> after = CpuTicks.read(files);
        return before.isPresent() && after.isPresent()
                ? after.get().othersShareSince(before.get())
                : OptionalDouble.empty();
    }
}
