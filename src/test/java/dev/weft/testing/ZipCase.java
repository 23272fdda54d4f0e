package dev.weft.testing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A zip that is not as it should be, or looks as if it were not, and what has to become of it.
///
/// @param name what is strange about it
public record ZipCase(String name, Zips zip, Fate fate) {
    private static final String AGAIN = "; copy or make the archive again";

    /// What has to become of a zip.
    public sealed interface Fate {
        /// The whole zip is rejected.
        ///
        /// @param sentence message after the zip's path
        record Refused(String sentence) implements Fate {}

        /// It is read.
        ///
        /// @param files what becomes of each: `name: ok`, or its code and its sentence
        record Read(List<String> files) implements Fate {}
    }

    public ZipCase {
        Objects.requireNonNull(name);
        Objects.requireNonNull(zip);
        Objects.requireNonNull(fate);
    }

    /// All of them.
    public static Stream<ZipCase> all() {
        return Stream.of(RefusedZips.all(), BrokenZips.all(), StrangeZips.all())
                .flatMap(cases -> cases);
    }

    /// The one of that name.
    public static ZipCase named(String name) {
        return all().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    static ZipCase refused(String name, Zips zip, String sentence) {
        return new ZipCase(name, zip, new Fate.Refused(sentence));
    }

    /// A zip of the files a, b and c, of which b is damaged.
    ///
    /// @param damage message about b, after its name
    static ZipCase damaged(String name, Zips zip, String code, String damage) {
        return broken(name, zip, code, "is damaged: " + damage + AGAIN);
    }

    /// A zip of the files a, b and c, of which b does not come out.
    static ZipCase broken(String name, Zips zip, String code, String sentence) {
        return new ZipCase(
                name,
                zip,
                new Fate.Read(
                        List.of("a: ok", "%s: entry 1 (b) %s".formatted(code, sentence), "c: ok")));
    }

    /// A zip of which every file comes out.
    static ZipCase fine(String name, Zips zip, String... files) {
        return new ZipCase(
                name, zip, new Fate.Read(Stream.of(files).map(file -> file + ": ok").toList()));
    }

    @Override
    public String toString() {
        return name;
    }
}
