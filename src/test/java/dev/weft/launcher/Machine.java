package dev.weft.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A machine as the scripts see it, below one folder: a distribution of weft, JDKs, a PATH and a
/// home.
///
/// Nothing of the real one shows through, so that a JDK on it cannot decide a test.
final class Machine {
    private static final Path SCRIPTS = Path.of("scripts");

    private final Path root;
    private final Map<String, String> environment = new LinkedHashMap<>();

    /// How a script ended, and what it wrote.
    record Outcome(int exitCode, String out, String err) {}

    Machine(Path folder) throws IOException {
        root = Files.createDirectories(folder.toRealPath().resolve("a machine"));
        Files.createDirectories(root.resolve("lib"));
        Files.createDirectories(root.resolve("home"));
        for (String script : List.of("weft", "find-jdk")) {
            Path copy = Files.createDirectories(root.resolve("bin")).resolve(script);
            Files.copy(SCRIPTS.resolve(script), copy);
        }
        usualFolders(root.resolve("jvm").resolve("*"));
        for (String tool : List.of("readlink", "sed")) {
            script(pathFolder().resolve(tool), "exec " + realTool(tool) + " \"$@\"");
        }
        environment.put("PATH", pathFolder().toString());
        environment.put("HOME", root.resolve("home").toString());
    }

    Path root() {
        return root;
    }

    Path weft() {
        return root.resolve("bin").resolve("weft");
    }

    Path findJdk() {
        return root.resolve("bin").resolve("find-jdk");
    }

    /// The only folder on the PATH.
    Path pathFolder() throws IOException {
        return Files.createDirectories(root.resolve("path"));
    }

    void variable(String name, Object value) {
        environment.put(name, value.toString());
    }

    /// Where the scripts look in place of the folders of real systems.
    void usualFolders(Object... patterns) throws IOException {
        List<String> lines = Arrays.stream(patterns).map(Object::toString).toList();
        Files.write(root.resolve("bin").resolve("jdk-folders"), lines);
    }

    /// A folder that looks like a JRE. Its java prints its path and its arguments.
    Path jre(String name, String version) throws IOException {
        Path home = Files.createDirectories(root.resolve(name));
        Files.writeString(
                home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(
                home.resolve("bin").resolve("java"),
                "echo \"started $0\"; echo \"$@\" >\"$0.started\"");
        return home;
    }

    /// A folder, named from the root, that passes for a JDK.
    Path jdk(String name, String version) throws IOException {
        Path home = jre(name, version);
        script(home.resolve("bin").resolve("javac"), "exit 1");
        return home;
    }

    static Path script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
        return file;
    }

    ProcessBuilder command(Path script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    Outcome run(Path script, String... arguments) throws IOException, InterruptedException {
        Path out = root.resolve("out");
        Path err = root.resolve("err");
        Process process =
                command(script, arguments)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        process.getOutputStream().close();
        return new Outcome(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    private static Path realTool(String name) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + name + " on the PATH"));
    }
}
