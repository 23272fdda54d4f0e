package dev.weft.session;

import dev.weft.machine.WeftVersion;
import dev.weft.process.ClassPath;
import dev.weft.store.Sdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A build of weft: its classes, its version and the version of its AWS SDK.
public record BuildUnderTest(ClassPath classes, String weft, String sdk) {
    private static final Pattern SDK = Pattern.compile("s3-(\\d[\\w.-]*)\\.jar");
    private static final String UNKNOWN = "unknown";

    /// Returns the build that is running.
    public static BuildUnderTest own() {
        return new BuildUnderTest(ClassPath.own(), WeftVersion.number(), Sdk.version());
    }

    /// Returns the build in a folder: a distribution with `lib/weft.jar`, or a project in which
    /// `make build` has made one.
    public static BuildUnderTest of(String name, Path base) throws UsageException {
        Path folder = base.resolve(name).toAbsolutePath().normalize();
        Path lib =
                Stream.of(folder.resolve("lib"), folder.resolve("target/dist/lib"))
                        .filter(candidate -> Files.isRegularFile(candidate.resolve("weft.jar")))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "%s is no distribution of weft: there is no lib/weft.jar in it; run 'make build' there first"
                                                        .formatted(name)));
        return new BuildUnderTest(ClassPath.jarsOf(lib), weft(lib), sdk(lib));
    }

    private static String weft(Path lib) {
        try (JarFile jar = new JarFile(lib.resolve("weft.jar").toFile())) {
            return Optional.ofNullable(jar.getManifest())
                    .map(Manifest::getMainAttributes)
                    .map(all -> all.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                    .orElse(UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static String sdk(Path lib) {
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.map(jar -> SDK.matcher(String.valueOf(jar.getFileName())))
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .findFirst()
                    .orElse(UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
