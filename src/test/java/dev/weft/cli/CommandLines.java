package dev.weft.cli;

import dev.weft.screen.Terminal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The command line of weft as picocli knows it, for tests that look at all of it.
final class CommandLines {
    private CommandLines() {}

    /// The command line as a whole.
    static CommandLine all() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Weft.commandLine(
                new Terminal(
                        nowhere,
                        nowhere,
                        InputStream.nullInputStream(),
                        Map.of(),
                        Path.of(""),
                        false,
                        false),
                InstantSource.system());
    }

    /// One command.
    static CommandSpec command(String name) {
        return commands().stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// weft itself and each command.
    static List<CommandSpec> commands() {
        CommandLine root = all();
        List<CommandSpec> commands = new ArrayList<>(List.of(root.getCommandSpec()));
        root.getSubcommands().values().forEach(each -> commands.add(each.getCommandSpec()));
        return commands;
    }
}
