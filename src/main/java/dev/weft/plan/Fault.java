package dev.weft.plan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A fault that the embedded server injects into uploads. docs/faults.md describes its effect on
/// clients.
public sealed interface Fault {
    /// A limit of requests per second for each prefix. Further requests are rejected.
    record SlowDown(int rate) implements Fault {
        private static final String NAME = "slowdown";

        public SlowDown {
            if (rate < 1) {
                throw new IllegalArgumentException("rate=%d must be at least 1".formatted(rate));
            }
        }

        @Override
        public String toString() {
            return "%s(rate=%d)".formatted(NAME, rate);
        }
    }

    /// A fault of some items, which are the same in every mode.
    sealed interface OfItems extends Fault {
        /// Returns the share of items.
        FaultShare share();

        /// Returns the name in options.
        String label();
    }

    /// A fault without further arguments.
    record Simple(Kind kind, FaultShare share) implements OfItems {
        public Simple {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(share);
        }

        @Override
        public String label() {
            return kind.label();
        }

        @Override
        public String toString() {
            SequencedMap<String, String> arguments = new LinkedHashMap<>();
            share.into(arguments);
            return new FaultTerm(label(), arguments).toString();
        }
    }

    /// A slow read of the body.
    ///
    /// @param rate bytes per second
    record SlowBody(FaultShare share, ByteSize rate) implements OfItems {
        private static final String NAME = "slow-body";

        public SlowBody {
            Objects.requireNonNull(share);
            if (rate.bytes() < 1) {
                throw new IllegalArgumentException("rate=%s must be at least 1".formatted(rate));
            }
        }

        @Override
        public String label() {
            return NAME;
        }

        @Override
        public String toString() {
            SequencedMap<String, String> arguments = new LinkedHashMap<>();
            share.into(arguments);
            arguments.put("rate", rate.toString());
            return new FaultTerm(label(), arguments).toString();
        }
    }

    /// Kinds of faults without further arguments.
    enum Kind {
        /// 500 InternalError.
        ERROR,
        /// 403 AccessDenied.
        DENIED,
        /// The connection is reset before the body is read.
        RESET_BEFORE,
        /// The connection is reset after the object is stored.
        RESET_AFTER,
        /// The request is accepted and never answered.
        STALL,
        /// The answer has a wrong ETag.
        WRONG_ETAG;

        /// Returns the name in options.
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Parses a fault, such as `error(share=1%)` or `slowdown(rate=3500)`.
    ///
    /// @throws IllegalArgumentException with a message that names the valid forms
    static Fault parse(String text) {
        FaultTerm term = FaultTerm.parse(text);
        return switch (term.name()) {
            case SlowDown.NAME -> {
                term.insistOn("rate");
                yield new SlowDown(FaultShare.count("rate", term.required("rate")));
            }
            case SlowBody.NAME -> {
                term.insistOn("share", "attempts", "rate");
                yield new SlowBody(FaultShare.of(term), ByteSize.parse(term.required("rate")));
            }
            default -> {
                Kind kind = kind(term);
                term.insistOn("share", "attempts");
                yield new Simple(kind, FaultShare.of(term));
            }
        };
    }

    /// Returns the names of all faults in options.
    static List<String> names() {
        return Stream.concat(
                        Stream.of(SlowDown.NAME, SlowBody.NAME),
                        Arrays.stream(Kind.values()).map(Kind::label))
                .toList();
    }

    private static Kind kind(FaultTerm term) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.label().equals(term.name()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "'%s' is no fault; the faults are slowdown(rate=3500), slow-body(share=1%%,rate=10KiB), and with (share=1%%) %s"
                                                .formatted(term.name(), labels())));
    }

    private static String labels() {
        return Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.joining(", "));
    }
}
