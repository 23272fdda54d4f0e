package dev.weft.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the embedded server treats uploads, good and bad. The same plan treats the same items in the
/// same way, whatever the order in which they come; latencies that are drawn differ by block, too.
///
/// @param latency the least time from the arrival of an upload to its answer
/// @param bandwidth bytes a second that the server takes in over all connections; empty for all
///   that it can
/// @param faults in the order of the options: an item meets the first one that is meant for it
/// @param seed of all that is drawn; of a plan that draws nothing always the same
public record FaultPlan(
        Latency latency, Optional<ByteSize> bandwidth, List<Fault> faults, long seed) {
    /// The seed where none is given.
    public static final long SEED = 1;

    private static final String LATENCY = "latency=";
    private static final String BANDWIDTH = "bandwidth=";
    private static final String FAULT = "fault=";
    private static final String FAULT_SEED = "fault-seed=";

    public FaultPlan {
        Objects.requireNonNull(latency);
        faults = List.copyOf(faults);
        if (bandwidth.isPresent() && bandwidth.get().bytes() < 1) {
            throw new IllegalArgumentException(
                    "a bandwidth of %s is not at least 1 byte a second".formatted(bandwidth.get()));
        }
        if (faults.stream().filter(Fault.SlowDown.class::isInstance).count() > 1) {
            throw new IllegalArgumentException(
                    "slowdown is there more than once; a server has one rate limit");
        }
        seed = isPlain(latency, bandwidth, faults) ? SEED : seed;
    }

    /// A server without faults.
    ///
    /// @param latency the same for each upload
    public static FaultPlan of(Duration latency) {
        return new FaultPlan(new Latency.Fixed(latency), Optional.empty(), List.of(), SEED);
    }

    /// Whether there is nothing but a fixed latency.
    public boolean isPlain() {
        return isPlain(latency, bandwidth, faults);
    }

    private static boolean isPlain(
            Latency latency, Optional<ByteSize> bandwidth, List<Fault> faults) {
        return latency instanceof Latency.Fixed && bandwidth.isEmpty() && faults.isEmpty();
    }

    /// What results say of the plan beside its median latency; empty where that says it all.
    public Optional<String> remark() {
        return isPlain() ? Optional.empty() : Optional.of(toString());
    }

    /// How long latency and bandwidth can hold up an upload that meets no fault.
    ///
    /// @param uploads at once, which share the bandwidth
    /// @param bytes of each
    public Duration longest(int uploads, long bytes) {
        return bandwidth
                .map(limit -> seconds((double) uploads * bytes / limit.bytes()))
                .orElse(Duration.ZERO)
                .plus(latency.longest());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofSeconds(
                (long) Math.ceil(Math.min(seconds, (double) Latency.LIMIT.toSeconds())));
    }

    /// Reads the text of a plan: the options of `weft run` without their hyphens, one space between
    /// two. What is not there has its default; latency is 0.
    ///
    /// @throws IllegalArgumentException whose message says what is allowed
    public static FaultPlan parse(String text) {
        Latency latency = new Latency.Fixed(Duration.ZERO);
        Optional<ByteSize> bandwidth = Optional.empty();
        List<Fault> faults = new ArrayList<>();
        long seed = SEED;
        for (String word : text.strip().split("\\s+", -1)) {
            if (word.startsWith(LATENCY)) {
                latency = Latency.parse(word.substring(LATENCY.length()));
            } else if (word.startsWith(BANDWIDTH)) {
                bandwidth = Optional.of(ByteSize.parse(word.substring(BANDWIDTH.length())));
            } else if (word.startsWith(FAULT)) {
                faults.add(Fault.parse(word.substring(FAULT.length())));
            } else if (word.startsWith(FAULT_SEED)) {
                seed = Long.parseLong(word.substring(FAULT_SEED.length()));
            } else {
                throw new IllegalArgumentException(
                        "'%s' is no part of a fault plan; these are latency=, bandwidth=, fault= and fault-seed="
                                .formatted(word));
            }
        }
        return new FaultPlan(latency, bandwidth, faults, seed);
    }

    /// The one text of a plan. [#parse] reads it back.
    @Override
    public String toString() {
        return Stream.of(
                        Stream.of(LATENCY + latency),
                        bandwidth.stream().map(limit -> BANDWIDTH + limit),
                        faults.stream().map(fault -> FAULT + fault),
                        isPlain() ? Stream.<String>of() : Stream.of(FAULT_SEED + seed))
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }
}
