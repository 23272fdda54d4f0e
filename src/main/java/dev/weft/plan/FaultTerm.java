package dev.weft.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// A name with arguments in a fault plan: `error(share=1%,attempts=1)`.
///
/// @param arguments arguments by name, in their order
record FaultTerm(String name, SequencedMap<String, String> arguments) {
    FaultTerm {
        arguments = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(arguments));
    }

    /// Parses a term. Ignores spaces around names and values.
    ///
    /// @throws IllegalArgumentException with a message that names the valid forms
    static FaultTerm parse(String text) {
        String stripped = text.strip();
        int open = stripped.indexOf('(');
        if (open < 0) {
            return new FaultTerm(stripped, new LinkedHashMap<>());
        }
        if (!stripped.endsWith(")")) {
            throw new IllegalArgumentException(
                    "'%s' has no bracket at its end; write name(argument=value,...)"
                            .formatted(text));
        }
        SequencedMap<String, String> arguments = new LinkedHashMap<>();
        for (String argument : stripped.substring(open + 1, stripped.length() - 1).split(",", -1)) {
            int equals = argument.indexOf('=');
            String name = argument.substring(0, Math.max(0, equals)).strip();
            if (equals < 0 || arguments.put(name, argument.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException(
                        "'%s' in '%s' is no argument of its own; write name(argument=value,...), each argument once"
                                .formatted(argument, text));
            }
        }
        return new FaultTerm(stripped.substring(0, open).strip(), arguments);
    }

    /// Returns the value of a required argument.
    String required(String argument) {
        String value = arguments.get(argument);
        if (value == null) {
            throw new IllegalArgumentException(
                    "%s has no %s; add it, as in %s(%s=...)"
                            .formatted(name, argument, name, argument));
        }
        return value;
    }

    /// Rejects arguments with other names.
    void insistOn(String... known) {
        for (String argument : arguments.keySet()) {
            if (!List.of(known).contains(argument)) {
                throw new IllegalArgumentException(
                        "%s has no argument '%s'; it takes %s"
                                .formatted(name, argument, String.join(" and ", known)));
            }
        }
    }

    /// Returns the term in the form of [#parse].
    @Override
    public String toString() {
        return arguments.isEmpty()
                ? name
                : arguments.entrySet().stream()
                        .map(Map.Entry::toString)
                        .collect(Collectors.joining(",", name + "(", ")"));
    }
}
