package dev.weft.machine;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.util.List;
import java.util.Objects;

/// Version and options of a Java virtual machine.
///
/// @param version version of Java with the build number
/// @param flags options before the main class, with secrets masked
public record Jvm(String vendor, String version, String name, List<String> flags) {
    public Jvm {
        Objects.requireNonNull(vendor);
        Objects.requireNonNull(version);
        Objects.requireNonNull(name);
        flags = List.copyOf(flags);
    }

    /// Returns the JVM that runs this code.
    static Jvm own() {
        RuntimeMXBean bean = ManagementFactory.getRuntimeMXBean();
        return new Jvm(
                bean.getVmVendor(),
                Runtime.version().toString(),
                bean.getVmName(),
                SecretMasker.masked(bean.getInputArguments()));
    }
}
