package dev.weft.cli;

import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import dev.weft.record.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder that looks like a clone in which weft is built, where the commands of the documents are
/// typed into a shell. It holds what they presume to be there.
///
/// @param folder that the clone lies in
/// @param bucket the environment that names a bucket
record DocumentedPlace(Path folder, Map<String, String> bucket) {
    /// Makes it.
    static DocumentedPlace in(Path folder, Target target) throws IOException {
        if (!(target.credentials() instanceof Credentials.Static keys)) {
            throw new IllegalArgumentException("the embedded server has keys");
        }
        DocumentedPlace place =
                new DocumentedPlace(
                        folder,
                        Map.of(
                                "AWS_ENDPOINT_URL_S3",
                                target.endpoint().orElseThrow().toString(),
                                "AWS_ACCESS_KEY_ID",
                                keys.accessKeyId(),
                                "AWS_SECRET_ACCESS_KEY",
                                keys.secretAccessKey(),
                                "WEFT_BUCKET",
                                target.bucket()));
        Path dist = Files.createDirectories(place.here().resolve("target/dist"));
        for (String part : List.of("Makefile", "pom.xml", "scripts", "target/dist/lib")) {
            link(place.here().resolve(part), Path.of(part));
        }
        link(dist.resolve("bin"), Path.of("scripts"));
        // Newer than all that it is made of.
        Files.createFile(dist.resolve("built"));
        Path programs = Files.createDirectories(place.programs());
        link(programs.resolve("weft"), Path.of("scripts/weft"));
        for (String viewer : List.of("open", "xdg-open")) {
            Path program = Files.writeString(programs.resolve(viewer), "#!/bin/sh\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return place;
    }

    private static void link(Path link, Path to) throws IOException {
        Files.createSymbolicLink(link, to.toAbsolutePath());
    }

    /// Where commands are typed.
    Path here() {
        return folder.resolve("clone");
    }

    private Path programs() {
        return folder.resolve("bin");
    }

    private Path results() {
        return here().resolve("benchmark/results.csv");
    }

    private Path output() {
        return folder.resolve("said.txt");
    }

    /// Adds what documents compare: builds, which are this one, and results, which are those that
    /// are there.
    void addSides() throws IOException {
        for (DocumentedCommand command : DocumentedCommands.all()) {
            boolean builds = command.quoted().contains("--build");
            for (String side : command.sides()) {
                Path file = here().resolve(side).normalize();
                if (!Files.exists(file) && builds) {
                    link(file, here());
                } else if (!Files.exists(file)) {
                    Files.copy(results(), file);
                }
            }
            for (String results : command.results()) {
                Path file = here().resolve(results);
                if (!Files.exists(file)) {
                    Files.copy(results(), file);
                }
            }
        }
    }

    /// Has a shell do what is typed.
    Process start(String text) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(List.of("sh", "-c", withARun(text)))
                        .directory(here().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output().toFile())
                        .redirectInput(Path.of("/dev/null").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("PATH", programs() + ":" + environment.get("PATH"));
        environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
        if (Stream.of("--bucket=", "--yes", "weft clean").anyMatch(text::contains)) {
            environment.putAll(bucket);
        }
        return builder.start();
    }

    private String withARun(String text) throws Exception {
        return text.contains(DocumentedRuns.RUN)
                ? text.replace(
                        DocumentedRuns.RUN,
                        new ResultsFile(results()).read().rows().getFirst().place().runId())
                : text;
    }

    /// What the last command printed.
    String said() throws IOException {
        return Files.readString(output());
    }

    /// Whether a server has printed its bucket.
    boolean isServed() throws IOException {
        String said = Files.exists(env()) ? Files.readString(env()) : said();
        return said.contains("WEFT_BUCKET=");
    }

    /// Lets the next command have a server of its own.
    void forgetTheServer() throws IOException {
        Files.deleteIfExists(env());
    }

    private Path env() {
        return here().resolve(".env");
    }
}
