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

/// Reads the properties of the machine on one kind of operating system. The defaults use the JDK.
sealed interface Platform permits LinuxPlatform, MacPlatform, Platform.Other {
    /// Any other operating system, with the values of the JDK.
    record Other() implements Platform {}

    /// Returns the model of the processor. Empty if unknown.
    default Optional<String> processorModel() {
        return Optional.empty();
    }

    /// Returns the number of cores without hyper-threads. Empty if unknown.
    default OptionalInt physicalCores() {
        return OptionalInt.empty();
    }

    /// Returns the number of cores with hyper-threads.
    default int logicalCores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// Returns the memory in bytes. Empty if unknown.
    default OptionalLong memoryBytes() {
        return OptionalLong.of(bean().getTotalMemorySize());
    }

    /// Returns the limits of the container.
    default ContainerLimits container() {
        return ContainerLimits.NONE;
    }

    /// Returns the operating system.
    default OperatingSystem system() {
        return new OperatingSystem(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Optional.empty(),
                System.getProperty("os.arch"));
    }

    /// Returns the settings that affect the speed of the cores.
    default PowerState power() {
        return PowerState.UNKNOWN;
    }

    /// Measures the share of all CPU time that is used outside this JVM, from 0 to 1.
    ///
    /// @param sampleTime duration of the measurement
    default OptionalDouble busyShare(Duration sampleTime) throws InterruptedException {
        OperatingSystemMXBean bean = bean();
        // Each call returns the load since the previous call.
        double _ = bean.getCpuLoad() + bean.getProcessCpuLoad();
        TimeUnit.NANOSECONDS.sleep(sampleTime.toNanos());
        double all = bean.getCpuLoad();
        double own = bean.getProcessCpuLoad();
        return all < 0 || own < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.clamp(all - own, 0, 1));
    }

    /// Returns the largest number of files that this JVM may have open. The JDK has already raised
    /// this limit as far as possible.
    default OptionalLong openFiles() {
        return bean() instanceof UnixOperatingSystemMXBean unix
                ? OptionalLong.of(unix.getMaxFileDescriptorCount())
                : OptionalLong.empty();
    }

    /// Returns the number of local ports for connections to one server. Empty if unknown.
    default OptionalInt ephemeralPorts() {
        return OptionalInt.empty();
    }

    private static OperatingSystemMXBean bean() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }

    /// Returns the platform that this JVM runs on.
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
