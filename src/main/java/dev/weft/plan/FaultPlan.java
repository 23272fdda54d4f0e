package dev.weft.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Latency, bandwidth and faults of the embedded server. The same plan treats the same items in the
/// same way, in any order of their arrival. Random latencies differ between blocks.
///
/// @param latency time from the arrival of an upload to its answer, at least
/// @param bandwidth bytes per second over all connections; empty for no limit
/// @param faults faults in the order of the options; an item meets the first one that applies to it
/// @param seed seed of all random choices; constant for a plan without any
public record FaultPlan(
        Latency latency, Optional<ByteSize> bandwidth, List<Fault> faults, long seed) {
    /// Default seed.
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

    /// Returns a plan without faults.
    ///
    /// @param latency constant latency
    public static FaultPlan of(Duration latency) {
        return new FaultPlan(new Latency.Fixed(latency), Optional.empty(), List.of(), SEED);
    }

    /// Returns whether the plan has only a constant latency.
    public boolean isPlain() {
        return isPlain(latency, bandwidth, faults);
    }

    private static boolean isPlain(
            Latency latency, Optional<ByteSize> bandwidth, List<Fault> faults) {
        return latency instanceof Latency.Fixed && bandwidth.isEmpty() && faults.isEmpty();
    }

    /// Returns the description of the plan in results, in addition to its median latency; empty for
    /// a plain plan.
    public Optional<String> remark() {
        return isPlain() ? Optional.empty() : Optional.of(toString());
    }

    /// Returns the longest delay of an upload without faults.
    ///
    /// @param uploads number of uploads in flight, which share the bandwidth
    /// @param bytes size of each upload
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

    /// Parses a plan: options of `weft run` without hyphens, separated by spaces. Missing options
    /// have their defaults; the default latency is 0.
    ///
    /// @throws IllegalArgumentException with a message that names the valid forms
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

    /// Returns the canonical text of the plan. [#parse] accepts it.
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
