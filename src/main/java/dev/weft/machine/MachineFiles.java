package dev.weft.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The files in which Linux tells about itself, below a root that a test can choose. What is
/// missing, unreadable or no number is empty.
///
/// @param root `/`, but in a test
record MachineFiles(Path root) {
    /// A file that states something on the first line.
    Optional<String> word(String path) {
        return lines(path).stream().findFirst().map(String::strip).filter(word -> !word.isEmpty());
    }

    /// A file that states a whole number.
    OptionalLong number(String path) {
        return word(path).map(MachineFiles::parsed).orElse(OptionalLong.empty());
    }

    /// The lines of a file.
    List<String> lines(String path) {
        try {
            return Files.readAllLines(root.resolve(relative(path)));
        } catch (IOException e) {
            return List.of();
        }
    }

    /// What a file states as `name: value` or `name=value`, for the first line of that name.
    Optional<String> value(String path, char separator, String name) {
        return lines(path).stream()
                .map(line -> line.split(String.valueOf(separator), 2))
                .filter(parts -> parts.length == 2 && parts[0].strip().equals(name))
                .map(parts -> parts[1].strip().replaceAll("^\"|\"$", ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /// The folders and files of a folder whose names match, as paths from the root, sorted.
    ///
    /// @param glob such as `cpu[0-9]*`
    List<String> children(String folder, String glob) {
        Path parent = root.resolve(relative(folder));
        List<String> children = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, glob)) {
            found.forEach(child -> children.add(folder + "/" + child.getFileName()));
        } catch (IOException e) {
            return List.of();
        }
        return children.stream().sorted().toList();
    }

    static OptionalLong parsed(String number) {
        try {
            return OptionalLong.of(Long.parseLong(number));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /// How many ports there are from one to another, both counted.
    static OptionalInt ports(String first, String last) {
        OptionalLong from = parsed(first);
        OptionalLong to = parsed(last);
        return from.isPresent() && to.isPresent()
                ? OptionalInt.of(Math.toIntExact(to.getAsLong() - from.getAsLong() + 1))
                : OptionalInt.empty();
    }

    private static String relative(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
