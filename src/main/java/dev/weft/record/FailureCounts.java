package dev.weft.record;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/// Counts of throttled attempts and failed items of a pass.
///
/// @param throttled attempts that the server answered with 503 or 429, including those that a retry
///   made up for; empty if they were not counted
/// @param failures failed items by error code, most frequent first
public record FailureCounts(OptionalInt throttled, List<Failures> failures) {
    private static final Comparator<Failures> MOST_FIRST =
            Comparator.comparingInt(Failures::items).reversed().thenComparing(Failures::code);

    public FailureCounts {
        Objects.requireNonNull(throttled);
        failures = failures.stream().sorted(MOST_FIRST).toList();
    }

    /// Number of items that failed with the same error code.
    ///
    /// @param code error code, one word
    public record Failures(String code, int items) {
        public Failures {
            code = code.isBlank() ? "Unknown" : code.strip().replaceAll("\\s+", "_");
            if (items < 1) {
                throw new IllegalArgumentException(
                        "%d items that failed with %s should be at least 1".formatted(items, code));
            }
        }

        @Override
        public String toString() {
            return code + ":" + items;
        }

        private static Failures of(String text) {
            int colon = text.lastIndexOf(':');
            try {
                return new Failures(
                        text.substring(0, Math.max(0, colon)),
                        Integer.parseInt(text.substring(colon + 1)));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "failures should be words and numbers such as SlowDown:12, not \"%s\""
                                .formatted(text),
                        e);
            }
        }
    }

    /// Creates the counts of a pass from its items by error code.
    public static FailureCounts of(int throttled, Map<String, Integer> failures) {
        return new FailureCounts(
                OptionalInt.of(throttled),
                failures.entrySet().stream()
                        .map(entry -> new Failures(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /// Formats failures for a cell, such as `SlowDown:12 AttemptTimeout:3`.
    static String text(List<Failures> failures) {
        return String.join(" ", failures.stream().map(Failures::toString).toList());
    }

    /// Parses the text of [#text].
    static List<Failures> parse(String text) {
        return List.of(text.split(" ")).stream().map(Failures::of).toList();
    }
}
