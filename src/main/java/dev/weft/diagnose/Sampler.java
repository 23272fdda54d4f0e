package dev.weft.diagnose;

/// Sampler of JDK Flight Recorder that took the samples.
public enum Sampler {
    /// Samples each thread by its CPU time, so that waiting threads have no samples. Only on Linux.
    CPU_TIME("CPU samples"),
    /// Samples threads that run Java or native code, by wall time. Native methods that are known to
    /// wait are left out, so the samples are coarser.
    EXECUTION("execution samples");

    private final String label;

    Sampler(String label) {
        this.label = label;
    }

    /// Returns the name of its samples.
    public String label() {
        return label;
    }
}
