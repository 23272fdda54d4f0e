package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The dependencies that each package-info and the table of ARCHITECTURE.md state are true.
class PackagesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/weft");
    private static final Pattern PERMISSION = Pattern.compile("May use ([^.;]*)[.;]");
    private static final Pattern PACKAGE = Pattern.compile("`([a-z]+)`");

    /// A row of the table in ARCHITECTURE.md: package, purpose, packages that it may use.
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z]+)` \\|[^|]*\\|([^|]*)\\|$", Pattern.MULTILINE);

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesWhatItStatesAndNothingElse(String name) throws IOException {
        assertThat(used(name)).isEqualTo(permitted(name));
    }

    @Test
    void architectureListsEachPackageWithWhatItMayUse() throws IOException {
        Map<String, Set<String>> listed =
                ROW.matcher(Files.readString(Path.of("ARCHITECTURE.md")))
                        .results()
                        .collect(Collectors.toMap(row -> row.group(1), row -> names(row.group(2))));
        Map<String, Set<String>> stated = new TreeMap<>();
        for (String name : packages()) {
            stated.put(name, permitted(name));
        }
        assertThat(listed).isEqualTo(stated);
    }

    static List<String> packages() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> permitted(String name) throws IOException {
        String text =
                Files.readString(SOURCES.resolve(name).resolve("package-info.java"))
                        .replaceAll("\n///", "");
        Matcher permission = PERMISSION.matcher(text);
        assertThat(permission.find()).as("%s states what it may use", name).isTrue();
        return names(permission.group(1));
    }

    private static Set<String> names(String text) {
        return PACKAGE.matcher(text)
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> used(String name) {
        return WeftClasses.ALL.stream()
                .filter(type -> packageOf(type).equals(name))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> packageOf(dependency.getTargetClass()))
                .filter(other -> !other.isEmpty() && !other.equals(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The package of a class of weft; empty for a class of a library.
    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("dev.weft.") ? name.substring("dev.weft.".length()) : "";
    }
}
