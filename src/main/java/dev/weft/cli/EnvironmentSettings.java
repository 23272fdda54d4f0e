package dev.weft.cli;

import dev.weft.session.UsageException;
import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Settings from environment variables and from the file `.env`. A variable overrides a line of the
/// file.
///
/// @param environment environment variables
/// @param file lines of `.env`
record EnvironmentSettings(Map<String, String> environment, Map<String, String> file) {
    private static final String FILE = ".env";

    EnvironmentSettings {
        environment = withoutBlanks(environment);
        file = withoutBlanks(file);
    }

    /// Reads `.env` in a folder, if it exists.
    static EnvironmentSettings of(Map<String, String> variables, Path folder)
            throws UsageException {
        return new EnvironmentSettings(
                variables, Files.exists(folder.resolve(FILE)) ? read(folder) : Map.of());
    }

    private static Map<String, String> read(Path folder) throws UsageException {
        try {
            return Dotenv.configure()
                    .directory(folder.toAbsolutePath().toString())
                    .load()
                    .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                    .stream()
                    .collect(
                            Collectors.toMap(
                                    DotenvEntry::getKey, DotenvEntry::getValue, (_, last) -> last));
        } catch (DotenvException e) {
            // The message of the exception quotes the line, which may hold a key.
            throw new UsageException(
                    "%s has a line that is not of the form NAME=value; correct it, or move the file away"
                            .formatted(folder.resolve(FILE)));
        }
    }

    private static Map<String, String> withoutBlanks(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Returns the value of a name.
    Optional<String> value(String name) {
        return layers().stream().map(layer -> layer.get(name)).filter(Objects::nonNull).findFirst();
    }

    /// Returns the sources of values in the order of their precedence.
    List<Map<String, String>> layers() {
        return List.of(environment, file);
    }

    @Override
    public String toString() {
        return "Settings[hidden]";
    }
}
