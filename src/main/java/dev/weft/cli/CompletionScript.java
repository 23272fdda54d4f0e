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

/// What makes a shell complete weft's command line. picocli can write such scripts, too, but its
/// own know neither `--mode=async` nor lists such as `--mode=threads,async`.
///
/// @param root the command line as a whole
record CompletionScript(CommandSpec root) {
    private static final String RESOURCE = "completion.sh";

    /// The word by which the script knows that files are to be completed.
    static final String FILES = "FILE";

    private static final String ZSH =
            """
            command -v compdef >/dev/null || { autoload -U compinit && compinit; }
            autoload -U bashcompinit && bashcompinit
            """;

    /// For bash from 3.2 on, which is the one of macOS.
    String bash() {
        return text().replace("@COMMANDS@", String.join(" ", root.subcommands().keySet()))
                .replace("@OPTIONS@", branches(CompletionScript::options))
                .replace("@VALUES@", branches(CompletionScript::values))
                .replace("@WORDS@", branches(this::words));
    }

    /// For zsh, by its own support for completion as bash has it.
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

    /// What there is to say of one command: lines of a shell's `case`.
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

    /// All options; those that take a value end with an equals sign.
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

    /// The values of each option that takes one.
    private static List<String> values(String name, CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.negatable() && option.arity().max() > 0)
                .map(
                        option ->
                                "\"%s %s\") echo \"%s\" ;;"
                                        .formatted(name, option.longestName(), candidates(option)))
                .toList();
    }

    /// What stands for itself.
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
