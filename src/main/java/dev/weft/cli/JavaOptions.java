package dev.weft.cli;

import dev.weft.machine.SecretMasker;
import java.util.List;
import java.util.Optional;

/// The options of the JVMs of trials.
record JavaOptions(List<String> words) {
    JavaOptions {
        words = List.copyOf(words);
    }

    /// Those of the command line, or else of the environment.
    static JavaOptions of(RunOptions options, Terminal terminal) throws UsageException {
        String text =
                options.amount
                        .javaOptions
                        .orElse(terminal.variables().getOrDefault("WEFT_JAVA_OPTS", ""))
                        .strip();
        if (!text.isEmpty() && options.amount.forks == 0) {
            throw new UsageException(
                    "%s is for the JVMs of trials, and --forks=0 measures in weft's own; leave one of them out"
                            .formatted(
                                    options.amount.javaOptions.isPresent()
                                            ? "--java-options"
                                            : "WEFT_JAVA_OPTS"));
        }
        return new JavaOptions(text.isEmpty() ? List.of() : List.of(text.split("\\s+")));
    }

    /// As results have them, without secrets; empty where there are none.
    Optional<String> text() {
        return Optional.of(String.join(" ", SecretMasker.masked(words)))
                .filter(joined -> !joined.isEmpty());
    }
}
