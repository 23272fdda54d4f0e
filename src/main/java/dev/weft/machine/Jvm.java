package dev.weft.machine;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.util.List;
import java.util.Objects;

/// A Java virtual machine.
///
/// @param version of Java, build included
/// @param flags what it was started with, before the main class; secrets are masked
public record Jvm(String vendor, String version, String name, List<String> flags) {
    public Jvm {
        Objects.requireNonNull(vendor);
        Objects.requireNonNull(version);
        Objects.requireNonNull(name);
        flags = List.copyOf(flags);
    }

    /// The one that asks.
    static Jvm own() {
        RuntimeMXBean bean = ManagementFactory.getRuntimeMXBean();
        return new Jvm(
                bean.getVmVendor(),
                Runtime.version().toString(),
                bean.getVmName(),
                SecretMasker.masked(bean.getInputArguments()));
    }
}
