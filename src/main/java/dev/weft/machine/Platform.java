package dev.weft.machine;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// What one kind of operating system tells of its machine. The defaults are what the JDK knows on
/// any.
sealed interface Platform permits LinuxPlatform, MacPlatform, Platform.Other {
    /// Any other operating system, with what the JDK reports.
    record Other() implements Platform {}

    /// The processor's model.
    default Optional<String> processorModel() {
        return Optional.empty();
    }

    /// Cores without hyper-threads.
    default OptionalInt physicalCores() {
        return OptionalInt.empty();
    }

    /// Cores of the machine, hyper-threads counted.
    default int logicalCores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// Memory of the machine.
    default OptionalLong memoryBytes() {
        return OptionalLong.of(bean().getTotalMemorySize());
    }

    /// What a container allows.
    default ContainerLimits container() {
        return ContainerLimits.NONE;
    }

    /// The operating system.
    default OperatingSystem system() {
        return new OperatingSystem(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Optional.empty(),
                System.getProperty("os.arch"));
    }

    /// What decides how fast the cores run.
    default PowerState power() {
        return PowerState.UNKNOWN;
    }

    /// The share of all CPU time that others than this JVM took, seen for so long.
    default OptionalDouble busyShare(Duration look) throws InterruptedException {
        OperatingSystemMXBean bean = bean();
        // Each is the load since it was asked for before.
        double _ = bean.getCpuLoad() + bean.getProcessCpuLoad();
        TimeUnit.NANOSECONDS.sleep(look.toNanos());
        double all = bean.getCpuLoad();
        double own = bean.getProcessCpuLoad();
        return all < 0 || own < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp(all - own, 0, 1));
    }

    /// Files that this JVM may have open: the JDK raises its own limit as far as it may.
    default OptionalLong openFiles() {
        return bean() instanceof UnixOperatingSystemMXBean unix
                ? OptionalLong.of(unix.getMaxFileDescriptorCount())
                : OptionalLong.empty();
    }

    /// Ports from which connections to one server can be made.
    default OptionalInt ephemeralPorts() {
        return OptionalInt.empty();
    }

    private static OperatingSystemMXBean bean() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }

    /// The one that this JVM runs on.
    static Platform here() {
        String name = System.getProperty("os.name");
        if (name.startsWith("Linux")) {
            return new LinuxPlatform(new MachineFiles(Path.of("/")));
        }
        return name.startsWith("Mac")
                ? new MacPlatform(SystemCommand.ofThisMachine())
                : new Other();
    }
}
