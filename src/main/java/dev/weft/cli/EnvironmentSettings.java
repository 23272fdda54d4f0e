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

/// The environment, and below it the file `.env`: a variable that is set comes before a line of the
/// file.
///
/// @param environment the variables that are set
/// @param file the lines of `.env`
record EnvironmentSettings(Map<String, String> environment, Map<String, String> file) {
    private static final String FILE = ".env";

    EnvironmentSettings {
        environment = withoutBlanks(environment);
        file = withoutBlanks(file);
    }

    /// Reads `.env` in the folder, where there is one.
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
            // Its message quotes the line, which may hold a key.
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

    /// The value of that name.
    Optional<String> value(String name) {
        return layers().stream().map(layer -> layer.get(name)).filter(Objects::nonNull).findFirst();
    }

    /// The places where values come from, the one that counts first.
    List<Map<String, String>> layers() {
        return List.of(environment, file);
    }

    @Override
    public String toString() {
        return "Settings[hidden]";
    }
}
