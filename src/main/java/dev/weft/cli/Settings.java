package dev.weft.cli;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The environment, and below it the file `.env`: a variable that is set comes before a line of the
/// file.
record Settings(Map<String, String> values) {
    private static final String FILE = ".env";

    Settings {
        values = Map.copyOf(values);
    }

    /// Reads `.env` in the folder, where there is one.
    static Settings of(Map<String, String> variables, Path folder) throws UsageException {
        Map<String, String> values = new HashMap<>();
        if (Files.exists(folder.resolve(FILE))) {
            try {
                Dotenv.configure()
                        .directory(folder.toAbsolutePath().toString())
                        .load()
                        .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                        .forEach(
                                (DotenvEntry entry) ->
                                        values.put(entry.getKey(), entry.getValue()));
            } catch (DotenvException e) {
                throw new UsageException(
                        "%s cannot be read (%s); correct the line, or move the file away"
                                .formatted(folder.resolve(FILE), e.getMessage()));
            }
        }
        values.putAll(variables);
        values.values().removeIf(String::isBlank);
        return new Settings(values);
    }

    /// The value of that name.
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
