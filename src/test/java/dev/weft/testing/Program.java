package dev.weft.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs of this machine that tests use.
public final class Program {
    private static final List<String> CHROMIUM_NAMES =
            List.of("chromium", "google-chrome", "chromium-browser", "chrome");

    private static final Path CHROME_OF_MACOS =
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private Program() {}

    /// Chromium, or Chrome. Where there is none, the test that asks is skipped and the reason
    /// printed; in CI it fails instead.
    static Path chromium() {
        return Stream.concat(
                        CHROMIUM_NAMES.stream().flatMap(name -> onThePath(name).stream()),
                        Stream.of(CHROME_OF_MACOS).filter(Files::isExecutable))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Requirement(
                                                "Chromium",
                                                "WEFT_REQUIRE_CHROMIUM",
                                                "install chromium")
                                        .missing(
                                                "no program of these is on the PATH: "
                                                        + CHROMIUM_NAMES));
    }

    /// Python 3, likewise.
    public static Path python() {
        return onThePath("python3")
                .orElseThrow(
                        () ->
                                new Requirement("Python", "WEFT_REQUIRE_PYTHON", "install python3")
                                        .missing("there is no python3 on the PATH"));
    }

    private static Optional<Path> onThePath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
