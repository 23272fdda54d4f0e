package dev.weft.cli;

import dev.weft.session.RunIds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Generates completion scripts. The scripts of picocli complete neither `--mode=async` nor lists
/// such as `--mode=threads,async`.
///
/// @param root root command
record CompletionScript(CommandSpec root) {
    private static final String RESOURCE = "completion.sh";

    /// Placeholder for file names in the script.
    static final String FILES = "FILE";

    private static final String ZSH =
            """
            command -v compdef >/dev/null || { autoload -U compinit && compinit; }
            autoload -U bashcompinit && bashcompinit
            """;

    /// Returns the script for bash 3.2 (the version of macOS) and later.
    String bash() {
        return text().replace("@COMMANDS@", String.join(" ", root.subcommands().keySet()))
                .replace("@OPTIONS@", branches(CompletionScript::options))
                .replace("@VALUES@", branches(CompletionScript::values))
                .replace("@WORDS@", branches(this::words));
    }

    /// Returns the script for zsh, based on its support for bash completion.
    String zsh() {
        return ZSH + bash();
    }

    private static String text() {
        try (InputStream stream = CompletionScript.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("there is no " + RESOURCE + " in weft's jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Generates the lines of a shell's `case` for one command.
    private interface Branch {
        List<String> of(String name, CommandSpec command);
    }

    private String branches(Branch branch) {
        List<String> lines = new ArrayList<>(branch.of("", root));
        for (Map.Entry<String, picocli.CommandLine> command : root.subcommands().entrySet()) {
            lines.addAll(branch.of(command.getKey(), command.getValue().getCommandSpec()));
        }
        return lines.stream().map(line -> "        " + line).collect(Collectors.joining("\n"));
    }

    /// Returns all options. An option with a value ends with an equals sign.
    private static List<String> options(String name, CommandSpec command) {
        String options =
                command.options().stream()
                        .filter(option -> !option.hidden())
                        .flatMap(
                                option ->
                                        Arrays.stream(option.names())
                                                .filter(each -> each.startsWith("--"))
                                                .flatMap(each -> spellings(option, each).stream()))
                        .collect(Collectors.joining(" "));
        return List.of("\"%s\") echo \"%s\" ;;".formatted(name, options));
    }

    private static List<String> spellings(OptionSpec option, String name) {
        if (option.negatable()) {
            return List.of(name, name.replaceFirst("^--", "--no-"));
        }
        return List.of(option.arity().max() > 0 ? name + "=" : name);
    }

    /// Returns the values of each option with a value.
    private static List<String> values(String name, CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.negatable() && option.arity().max() > 0)
                .map(
                        option ->
                                "\"%s %s\") echo \"%s\" ;;"
                                        .formatted(name, option.longestName(), candidates(option)))
                .toList();
    }

    /// Returns the subcommands and other literal words.
    private List<String> words(String name, CommandSpec command) {
        String words =
                name.equals("help")
                        ? String.join(" ", root.subcommands().keySet())
                        : command.positionalParameters().stream()
                                .map(CompletionScript::candidates)
                                .collect(Collectors.joining(" "));
        return name.isEmpty()
                ? List.of()
                : List.of("\"%s\") echo \"%s\" ;;".formatted(name, words));
    }

    private static String candidates(ArgSpec argument) {
        if (argument.completionCandidates() != null) {
            return StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                    .collect(Collectors.joining(" "));
        }
        if (argument.paramLabel().equals(RunIds.LABEL)) {
            return RunIds.LABEL;
        }
        return takesFiles(argument) ? FILES : "";
    }

    private static boolean takesFiles(ArgSpec argument) {
        return argument.type() == Path.class
                || Arrays.asList(argument.auxiliaryTypes()).contains(Path.class);
    }
}
