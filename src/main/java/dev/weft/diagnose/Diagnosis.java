package dev.weft.diagnose;

import dev.weft.plan.ModeName;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// What the flight recorder saw of one trial, within the windows that were looked at.
///
/// @param observed how long the windows are together
/// @param pins where virtual threads held their carrier while they waited, by reason
/// @param locks waits of 50 µs or more for monitors and for the locks of `java.util.concurrent`, by
///   the class of the lock
public record Diagnosis(
        Subject subject,
        Duration observed,
        Samples samples,
        Allocation allocation,
        Waits pins,
        Waits locks,
        Pauses pauses) {
    public Diagnosis {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(observed);
        Objects.requireNonNull(samples);
        Objects.requireNonNull(allocation);
        Objects.requireNonNull(pins);
        Objects.requireNonNull(locks);
        Objects.requireNonNull(pauses);
    }

    /// What was recorded.
    ///
    /// @param concurrency items open at once, at most
    /// @param uploads stored within the windows
    public record Subject(ModeName mode, int concurrency, long uploads) {
        public Subject {
            Objects.requireNonNull(mode);
            if (concurrency < 1 || uploads < 0) {
                throw new IllegalArgumentException(
                        "concurrency %d must be at least 1, and uploads %d not negative"
                                .formatted(concurrency, uploads));
            }
        }
    }

    /// Where Java code ran.
    ///
    /// @param count how many samples
    /// @param margin how far a share may be off, of 1: half of a 95% interval at its widest
    /// @param lost samples that the recorder could not take
    /// @param layers the largest share first
    /// @param hot the methods that ran most often, the largest share first
    public record Samples(
            Sampler sampler,
            long count,
            double margin,
            long lost,
            List<LayerShare> layers,
            List<HotMethod> hot) {
        public Samples {
            Objects.requireNonNull(sampler);
            layers = List.copyOf(layers);
            hot = List.copyOf(hot);
        }
    }

    /// A layer's share of the samples.
    ///
    /// @param share of 1
    public record LayerShare(CodeOwner layer, double share) {
        public LayerShare {
            Objects.requireNonNull(layer);
        }
    }

    /// A method's share of the samples.
    ///
    /// @param method the full name of the method that ran
    /// @param layer the one that it was most often put down to
    /// @param owner the full name of the innermost method of that layer
    /// @param share of 1
    public record HotMethod(String method, CodeOwner layer, String owner, double share) {
        public HotMethod {
            Objects.requireNonNull(method);
            Objects.requireNonNull(layer);
            Objects.requireNonNull(owner);
        }
    }

    /// What was allocated, as the recorder estimates it by sampling.
    ///
    /// @param types the largest share first
    public record Allocation(long bytes, List<TypeShare> types) {
        public Allocation {
            types = List.copyOf(types);
        }
    }

    /// A class's share of the bytes allocated.
    ///
    /// @param type the name as in a source file, such as `byte[]`
    /// @param share of 1
    public record TypeShare(String type, double share) {
        public TypeShare {
            Objects.requireNonNull(type);
        }
    }

    /// Waits of one kind. Times are of all threads together, as far as they lie in the windows.
    ///
    /// @param places where most of the time went, the longest first
    public record Waits(long count, Duration total, Duration longest, List<Place> places) {
        public Waits {
            Objects.requireNonNull(total);
            Objects.requireNonNull(longest);
            places = List.copyOf(places);
        }
    }

    /// Waits for one thing at one place.
    ///
    /// @param what the class of the lock, or the reason of a pin
    /// @param where the full name of the innermost method outside the JDK
    public record Place(String what, String where, long count, Duration total) {
        public Place {
            Objects.requireNonNull(what);
            Objects.requireNonNull(where);
            Objects.requireNonNull(total);
        }
    }

    /// What the JVM itself did meanwhile: it is in no sample.
    ///
    /// @param collections of garbage that began in the windows
    /// @param stopped how long these stopped all threads
    /// @param compiling how long compilers were busy, over all their threads
    public record Pauses(long collections, Duration stopped, Duration compiling) {
        public Pauses {
            Objects.requireNonNull(stopped);
            Objects.requireNonNull(compiling);
        }
    }
}
