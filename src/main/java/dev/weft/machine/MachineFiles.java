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

/// Reads the system files of Linux below a root folder. Missing, unreadable or invalid values are
/// empty.
///
/// @param root `/`, or another folder in a test
record MachineFiles(Path root) {
    /// Returns the first line of a file. Empty if the line is blank.
    Optional<String> word(String path) {
        return lines(path).stream().findFirst().map(String::strip).filter(word -> !word.isEmpty());
    }

    /// Returns the whole number on the first line of a file.
    OptionalLong number(String path) {
        return word(path).map(MachineFiles::parsed).orElse(OptionalLong.empty());
    }

    /// Returns the lines of a file.
    List<String> lines(String path) {
        try {
            return Files.readAllLines(root.resolve(relative(path)));
        } catch (IOException e) {
            return List.of();
        }
    }

    /// Returns the value of the first line `name: value` or `name=value` in a file, without quotes.
    Optional<String> value(String path, char separator, String name) {
        return lines(path).stream()
                .map(line -> line.split(String.valueOf(separator), 2))
                .filter(parts -> parts.length == 2 && parts[0].strip().equals(name))
                .map(parts -> parts[1].strip().replaceAll("^\"|\"$", ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /// Returns the sorted paths of the children of a folder whose names match, from the root.
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

    /// Parses a whole number. Empty if the text is not one.
    static OptionalLong parsed(String number) {
        try {
            return OptionalLong.of(Long.parseLong(number));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /// Returns the number of ports in a range, both ends included.
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
