package dev.weft.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Latency of the embedded server: a constant, or a distribution of times.
public sealed interface Latency {
    /// Longest allowed latency.
    Duration LIMIT = Duration.ofDays(1);

    /// Returns the median.
    Duration median();

    /// Returns the maximum.
    Duration longest();

    /// A constant latency.
    record Fixed(Duration time) implements Latency {
        public Fixed {
            checkTime(time);
        }

        @Override
        public Duration median() {
            return time;
        }

        @Override
        public Duration longest() {
            return time;
        }

        @Override
        public String toString() {
            return DurationNotation.text(time);
        }
    }

    /// A log-normal distribution, truncated at five standard deviations.
    ///
    /// @param p50 median
    /// @param p99 99th percentile
    record LogNormal(Duration p50, Duration p99) implements Latency {
        /// Number of standard deviations of the truncation, which affects 3 of 10 million uploads.
        public static final double CUT = 5;

        /// 99th percentile of the standard normal distribution.
        private static final double Z99 = 2.3263478740408408;

        public LogNormal {
            checkTime(p50);
            checkTime(p99);
            if (p50.isZero() || p99.compareTo(p50) < 0) {
                throw new IllegalArgumentException(
                        "lognormal has p50=%s and p99=%s; p50 is more than 0 and p99 no less than p50"
                                .formatted(DurationNotation.text(p50), DurationNotation.text(p99)));
            }
        }

        @Override
        public Duration median() {
            return p50;
        }

        @Override
        public Duration longest() {
            return at(CUT);
        }

        /// Returns the time at a number of standard deviations of the logarithm above the median,
        /// at most [#LIMIT].
        public Duration at(double deviations) {
            double sigma = Math.log((double) p99.toNanos() / p50.toNanos()) / Z99;
            double nanos = p50.toNanos() * Math.exp(sigma * Math.clamp(deviations, -CUT, CUT));
            return Duration.ofNanos(Math.min(Math.round(nanos), LIMIT.toNanos()));
        }

        @Override
        public String toString() {
            return "lognormal(p50=%s,p99=%s)"
                    .formatted(DurationNotation.text(p50), DurationNotation.text(p99));
        }
    }

    /// Times between given quantiles, interpolated linearly. No time is below the first or above
    /// the last one.
    ///
    /// @param times times by quantile, from 0 to 1
    record Quantiles(NavigableMap<Double, Duration> times) implements Latency {
        public Quantiles {
            times = Collections.unmodifiableNavigableMap(new TreeMap<>(times));
            if (times.isEmpty()) {
                throw new IllegalArgumentException("quantiles name no time; name one, as p50=20ms");
            }
            Duration before = Duration.ZERO;
            for (Map.Entry<Double, Duration> quantile : times.entrySet()) {
                checkTime(quantile.getValue());
                if (!(quantile.getKey() >= 0 && quantile.getKey() <= 1)
                        || quantile.getValue().compareTo(before) < 0) {
                    throw new IllegalArgumentException(
                            "quantiles have %s; they go from p0 to p100, and no time is less than the one before"
                                    .formatted(Percentile.text(quantile)));
                }
                before = quantile.getValue();
            }
        }

        /// Parses lines of a quantile and a time, such as `0.99,120ms` or `p99,120ms`. Ignores
        /// empty lines and lines that start with `#`.
        ///
        /// @throws IllegalArgumentException with a message that names the valid forms
        public static Quantiles ofLines(List<String> lines) {
            NavigableMap<Double, Duration> times = new TreeMap<>();
            for (String line : lines) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] parts = line.split(",", -1);
                if (parts.length != 2
                        || times.put(
                                        Percentile.ofLine(parts[0].strip()),
                                        DurationNotation.parse(parts[1]))
                                != null) {
                    throw new IllegalArgumentException(
                            "'%s' is no quantile and time of its own; write lines such as 0.99,120ms, each quantile once"
                                    .formatted(line));
                }
            }
            return new Quantiles(times);
        }

        @Override
        public Duration median() {
            return at(0.5);
        }

        @Override
        public Duration longest() {
            return times.lastEntry().getValue();
        }

        /// Returns the time at a quantile from 0 to 1.
        public Duration at(double quantile) {
            Map.Entry<Double, Duration> below = times.floorEntry(quantile);
            Map.Entry<Double, Duration> above = times.ceilingEntry(quantile);
            if (below == null || above == null) {
                return Objects.requireNonNull(below == null ? above : below).getValue();
            }
            double width = above.getKey() - below.getKey();
            double part = width == 0 ? 0 : (quantile - below.getKey()) / width;
            Duration rise = above.getValue().minus(below.getValue());
            return below.getValue().plusNanos(Math.round(part * rise.toNanos()));
        }

        @Override
        public String toString() {
            return times.entrySet().stream()
                    .map(Percentile::text)
                    .collect(Collectors.joining(",", "quantiles(", ")"));
        }
    }

    /// Named distributions from published measurements of Amazon S3 in one region. docs/faults.md
    /// has the sources.
    enum Named implements Latency {
        /// PUT of 100 KiB: median 62 ms, p90 90 ms, p99 122 ms. One log-normal distribution fits
        /// all three.
        S3_STANDARD("s3-standard", new LogNormal(Duration.ofMillis(62), Duration.ofMillis(122))),
        /// 7 to 10 ms. Only the range is published, so its times are equally likely.
        S3_EXPRESS(
                "s3-express",
                new Quantiles(
                        new TreeMap<>(
                                Map.of(0.0, Duration.ofMillis(7), 1.0, Duration.ofMillis(10)))));

        private final String label;

        // Every latency is immutable, but the checker accepts only records of immutable types.
        @SuppressWarnings("ImmutableEnumChecker")
        private final Latency distribution;

        Named(String label, Latency distribution) {
            this.label = label;
            this.distribution = distribution;
        }

        /// Returns the name in options.
        public String label() {
            return label;
        }

        /// Returns the distribution.
        public Latency distribution() {
            return distribution;
        }

        @Override
        public Duration median() {
            return distribution.median();
        }

        @Override
        public Duration longest() {
            return distribution.longest();
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /// Parses `20ms`, `lognormal(p50=20ms,p99=120ms)`, `quantiles(p50=20ms,p99=120ms,p100=1s)` or a
    /// named distribution.
    ///
    /// @throws IllegalArgumentException with a message that names the valid forms
    static Latency parse(String text) {
        Optional<Named> named =
                Arrays.stream(Named.values())
                        .filter(distribution -> distribution.label().equals(text.strip()))
                        .findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        if (!text.contains("(")) {
            return new Fixed(DurationNotation.parse(text));
        }
        FaultTerm term = FaultTerm.parse(text);
        return switch (term.name()) {
            case "lognormal" -> {
                term.insistOn("p50", "p99");
                yield new LogNormal(
                        DurationNotation.parse(term.required("p50")),
                        DurationNotation.parse(term.required("p99")));
            }
            case "quantiles" -> {
                NavigableMap<Double, Duration> times = new TreeMap<>();
                term.arguments()
                        .forEach(
                                (name, value) ->
                                        times.put(
                                                Percentile.parse(name),
                                                DurationNotation.parse(value)));
                yield new Quantiles(times);
            }
            default ->
                    throw new IllegalArgumentException(
                            "'%s' is no latency; write a time such as 20ms, lognormal(p50=20ms,p99=120ms), quantiles(FILE), s3-standard or s3-express"
                                    .formatted(text));
        };
    }

    private static void checkTime(Duration time) {
        if (time.isNegative() || time.compareTo(LIMIT) > 0) {
            throw new IllegalArgumentException(
                    "a latency of %s is not one of 0 to 24 hours".formatted(time));
        }
    }
}
