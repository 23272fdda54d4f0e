package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What each package-info says of the rooms that it may touch is true.
class RoomsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/weft");
    private static final Pattern PERMISSION = Pattern.compile("May touch ([^.;]*)[.;]");
    private static final Pattern ROOM = Pattern.compile("`([a-z]+)`");

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomTouchesWhatItSaysAndNothingElse(String room) throws IOException {
        assertThat(touched(room)).isEqualTo(permitted(room));
    }

    static List<String> rooms() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> permitted(String room) throws IOException {
        String text =
                Files.readString(SOURCES.resolve(room).resolve("package-info.java"))
                        .replaceAll("\n///", "");
        Matcher permission = PERMISSION.matcher(text);
        assertThat(permission.find()).as("%s says what it may touch", room).isTrue();
        return ROOM.matcher(permission.group(1))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> touched(String room) {
        return WeftClasses.ALL.stream()
                .filter(type -> room(type).equals(room))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> room(dependency.getTargetClass()))
                .filter(other -> !other.isEmpty() && !other.equals(room))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The room of a class; empty for a class that is none of weft's.
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("dev.weft.") ? name.substring("dev.weft.".length()) : "";
    }
}
