package dev.weft.diagnose;

import dev.weft.plan.ModeName;
import java.time.Duration;
import java.util.List;

/// Summary of a JDK Flight Recorder recording of one trial, within its recording windows.
///
/// @param observed total length of the windows
/// @param pins waits during which virtual threads held their carrier thread, by reason
/// @param locks waits of 50 µs or more for monitors and for locks of `java.util.concurrent`, by
///   class of the lock
public record Diagnosis(
        Subject subject,
        Duration observed,
        Samples samples,
        Allocation allocation,
        Waits pins,
        Waits locks,
        JvmActivity activity) {
    /// Trial that was recorded.
    ///
    /// @param concurrency largest number of items in flight at once
    /// @param uploads uploads stored within the windows
    public record Subject(ModeName mode, int concurrency, long uploads) {
        public Subject {
            if (concurrency < 1 || uploads < 0) {
                throw new IllegalArgumentException(
                        "concurrency %d must be at least 1, and uploads %d not negative"
                                .formatted(concurrency, uploads));
            }
        }
    }

    /// Samples of running code.
    ///
    /// @param count number of samples
    /// @param margin largest error of a share, as a fraction of 1: half the widest 95% interval
    /// @param lost samples that the recorder could not take
    /// @param owners shares by code owner, the largest first
    /// @param hot methods that ran most often, the largest share first
    public record Samples(
            Sampler sampler,
            long count,
            double margin,
            long lost,
            List<OwnerShare> owners,
            List<HotMethod> hot) {
        public Samples {
            owners = List.copyOf(owners);
            hot = List.copyOf(hot);
        }
    }

    /// Sampler of JDK Flight Recorder that took the samples.
    public enum Sampler {
        /// Samples each thread by its CPU time, so that waiting threads have no samples. Only on
        /// Linux.
        CPU_TIME("CPU samples"),
        /// Samples threads that run Java or native code, by wall time. Native methods that are
        /// known to wait are left out, so the samples are coarser.
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

    /// Share of a code owner in the samples.
    ///
    /// @param share fraction of 1
    public record OwnerShare(CodeOwner codeOwner, double share) {}

    /// Share of a method in the samples.
    ///
    /// @param method full name of the method that ran
    /// @param codeOwner code owner to which most of its samples count
    /// @param ownerMethod full name of the innermost method of that owner
    /// @param share fraction of 1
    public record HotMethod(String method, CodeOwner codeOwner, String ownerMethod, double share) {}

    /// Allocated bytes, as the recorder estimates them by sampling.
    ///
    /// @param types shares by class, the largest first
    public record Allocation(long bytes, List<TypeShare> types) {
        public Allocation {
            types = List.copyOf(types);
        }
    }

    /// Share of a class in the allocated bytes.
    ///
    /// @param type name as in source code, such as `byte[]`
    /// @param share fraction of 1
    public record TypeShare(String type, double share) {}

    /// Waits of one kind. Times are sums over all threads, within the windows.
    ///
    /// @param places places with the longest total waits, the longest first
    public record Waits(long count, Duration total, Duration longest, List<Place> places) {
        public Waits {
            places = List.copyOf(places);
        }
    }

    /// Waits for one thing at one place.
    ///
    /// @param cause class of the lock, or reason of a pin
    /// @param method full name of the innermost method outside the JDK
    public record Place(String cause, String method, long count, Duration total) {}

    /// Garbage collections and compilations of the JVM, which no sample contains.
    ///
    /// @param collections garbage collections that began in the windows
    /// @param pauseTime time that these collections stopped all threads
    /// @param compileTime busy time of the JIT compilers, summed over their threads
    public record JvmActivity(long collections, Duration pauseTime, Duration compileTime) {}
}
