package dev.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/// A program in weft's place, for a real JVM to run: it tells its process id and its arguments.
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

    /// Compiles it into the `weft.jar` of a machine's distribution.
    static void install(Path root) throws IOException {
        Path source = Files.writeString(root.resolve("Main.java"), SOURCE);
        Path classes = root.resolve("classes");
        run("javac", "-d", classes.toString(), source.toString());
        String jar = root.resolve("lib").resolve("weft.jar").toString();
        run("jar", "--create", "--file", jar, "-C", classes.toString(), ".");
    }

    private static void run(String tool, String... arguments) {
        ToolProvider provider = ToolProvider.findFirst(tool).orElseThrow();
        assertThat(provider.run(System.out, System.err, arguments)).isZero();
    }
}
