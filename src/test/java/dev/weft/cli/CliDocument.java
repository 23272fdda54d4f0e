package dev.weft.cli;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// docs/cli.md as the command line itself makes it.
final class CliDocument {
    private static final String HEAD =
            """
            # Command line

            Every command and option, made from the program itself: a test holds this page and the program together.
            `weft COMMAND --help` says the same in the terminal. From a clone the command is `scripts/weft`.

            """;

    private CliDocument() {}

    /// The whole page.
    static String text() {
        List<CommandSpec> commands =
                CommandLines.commands().stream()
                        .filter(command -> !command.name().equals("help"))
                        .toList();
        StringBuilder page = new StringBuilder(HEAD);
        page.append("| command | |\n|---|---|\n");
        commands.stream()
                .skip(1)
                .forEach(
                        command ->
                                page.append(
                                        "| [`%s`](#%s) | %s |\n"
                                                .formatted(
                                                        command.name(),
                                                        command.qualifiedName("-"),
                                                        escaped(description(command).getFirst()))));
        commands.forEach(command -> page.append(section(command)));
        return page.toString();
    }

    private static List<String> description(CommandSpec command) {
        return List.of(command.usageMessage().description());
    }

    private static String section(CommandSpec command) {
        StringBuilder section =
                new StringBuilder(
                        "\n## %s\n\n%s\n"
                                .formatted(
                                        command.qualifiedName(),
                                        escaped(String.join(" ", description(command)))));
        if (!command.positionalParameters().isEmpty()) {
            section.append("\n| argument | |\n|---|---|\n");
            command.positionalParameters().forEach(each -> section.append(row(each)));
        }
        OptionGroup.of(command)
                .forEach(
                        (group, options) -> {
                            section.append(
                                    "\n| %s | |\n|---|---|\n"
                                            .formatted(group.heading().toLowerCase(Locale.ROOT)));
                            options.forEach(option -> section.append(row(option)));
                        });
        section.append("\n| exit code | |\n|---|---|\n");
        for (Map.Entry<String, String> code : HelpLayout.exitCodes(command).entrySet()) {
            section.append("| %s | %s |\n".formatted(code.getKey(), escaped(code.getValue())));
        }
        return section + examples(command);
    }

    private static String row(PositionalParamSpec argument) {
        return "| `%s` | %s |\n".formatted(argument.paramLabel(), meaning(argument));
    }

    private static String row(OptionSpec option) {
        String names =
                Arrays.stream(option.names())
                        .map(
                                name ->
                                        option.negatable()
                                                ? name.replaceFirst("^--", "--[no-]")
                                                : name)
                        .collect(joining("`, `"));
        return "| `%s%s` | %s |\n".formatted(names, label(option), meaning(option));
    }

    private static String label(OptionSpec option) {
        return option.arity().max() == 0 || option.negatable()
                ? ""
                : "=" + option.paramLabel() + (option.splitRegex().isEmpty() ? "" : ",...");
    }

    private static String meaning(ArgSpec argument) {
        return escaped(
                Stream.of(argument.description())
                        .map(
                                line ->
                                        line.replace(
                                                "${DEFAULT-VALUE}", argument.defaultValueString()))
                        .map(line -> line.replace("%%", "%"))
                        .collect(joining(" ")));
    }

    private static String examples(CommandSpec command) {
        return HelpLayout.examples(command).stream()
                .map(example -> "# %s\n%s\n".formatted(example.does(), example.value()))
                .collect(joining("", "\n```\n", "```\n"));
    }

    /// As Markdown shows it as it stands.
    private static String escaped(String text) {
        return text.replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("_", "\\_");
    }
}
