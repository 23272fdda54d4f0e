package dev.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/// A program in the place of weft, run by a real JVM: prints its process id and its arguments.
final class Probe {
    private static final String SOURCE =
            """
            package dev.weft.cli;

            public final class Main {
                public static void main(String[] arguments) throws InterruptedException {
                    switch (arguments[0]) {
                        case "echo" -> {
                            for (String argument : arguments) System.out.println("[" + argument + "]");
                        }
                        case "exit" -> System.exit(Integer.parseInt(arguments[1]));
                        case "sleep" -> {
                            System.out.println(ProcessHandle.current().pid());
                            Thread.sleep(60_000);
                        }
                    }
                }
            }
            """;

    private Probe() {}

    /// Compiles it into a jar below a folder.
    static Path build(Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Main.java"), SOURCE);
        Path classes = folder.resolve("classes");
        run("javac", "-d", classes.toString(), source.toString());
        Path jar = folder.resolve("weft.jar");
        run("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        return jar;
    }

    private static void run(String tool, String... arguments) {
        ToolProvider provider = ToolProvider.findFirst(tool).orElseThrow();
        assertThat(provider.run(System.out, System.err, arguments)).isZero();
    }
}
