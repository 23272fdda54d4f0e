package dev.weft.plan;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Share of the items that meet a fault.
///
/// @param percent percentage of all items, above 0 and at most 100
/// @param attempts number of attempts of such an item that meet it, from the first; empty for all
public record FaultShare(double percent, OptionalInt attempts) {
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d{1,12})?%");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    public FaultShare {
        Objects.requireNonNull(attempts);
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException(
                    "a share of %s%% is not more than 0%% and at most 100%%".formatted(percent));
        }
        if (attempts.isPresent() && attempts.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "attempts=%d must be at least 1".formatted(attempts.getAsInt()));
        }
    }

    /// Parses the arguments `share` and `attempts`.
    static FaultShare of(FaultTerm term) {
        String share = term.required("share");
        if (!PERCENT.matcher(share).matches()) {
            throw new IllegalArgumentException(
                    "share=%s is no percentage; write a number with a percent sign, such as 1%%"
                            .formatted(share));
        }
        String attempts = term.arguments().get("attempts");
        return new FaultShare(
                Double.parseDouble(share.substring(0, share.length() - 1)),
                attempts == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(count("attempts", attempts)));
    }

    /// Parses a whole number.
    static int count(String name, String text) {
        if (!COUNT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "%s=%s is no whole number; write one from 1 on".formatted(name, text));
        }
        return Integer.parseInt(text);
    }

    /// Adds the arguments in the form of [#of].
    void into(SequencedMap<String, String> arguments) {
        arguments.put(
                "share", BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString() + "%");
        attempts.ifPresent(number -> arguments.put("attempts", Integer.toString(number)));
    }
}
