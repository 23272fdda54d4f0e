package dev.weft.diagnose;

/// What draws the samples.
public enum Sampler {
    /// A clock of each thread's CPU time: a thread that waits is not sampled. Only on Linux.
    CPU_TIME("CPU samples"),
    /// A clock of real time, of threads that run Java code or are in native code. Native methods
    /// that are known to wait are left out, which makes it coarser.
    EXECUTION("execution samples");

    private final String label;

    Sampler(String label) {
        this.label = label;
    }

    /// What its samples are called.
    public String label() {
        return label;
    }
}
