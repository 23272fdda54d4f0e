package dev.weft.cli;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Formats errors of the command line as one sentence with a suggestion.
final class UsageErrorText {
    private UsageErrorText() {}

    /// Describes an argument that picocli cannot parse.
    static String sentence(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        if (failure instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            return word.startsWith("-")
                    ? unknownOption(command.getCommandSpec(), word)
                    : unknownWord(command, word);
        }
        // An unknown command after `help` has a value without an option.
        if (failure.getArgSpec() == null && failure.getValue() != null) {
            return unknownWord(command, failure.getValue());
        }
        return String.valueOf(failure.getMessage());
    }

    private static String unknownOption(CommandSpec command, String word) {
        String name = name(word);
        return "%s has no option %s%s"
                .formatted(command.qualifiedName(), name, remedy(name, command));
    }

    private static String unknownWord(CommandLine command, String word) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.subcommands().isEmpty()) {
            return "%s can do nothing with '%s'%s"
                    .formatted(spec.qualifiedName(), word, remedy(name(word), spec));
        }
        Collection<String> commands = spec.root().subcommands().keySet();
        String question = SpellingSuggestions.question(word, commands);
        return "there is no command %s%s%s commands are %s"
                .formatted(
                        word,
                        question,
                        question.isEmpty() ? "; the" : " The",
                        String.join(", ", commands));
    }

    private static String remedy(String name, CommandSpec command) {
        List<String> names =
                Stream.of(command.optionsMap(), command.negatedOptionsMap())
                        .flatMap(options -> options.keySet().stream())
                        .filter(option -> option.startsWith("--"))
                        .toList();
        String question = SpellingSuggestions.question(name, names);
        if (question.isEmpty() && isOptionOfRun(name, command)) {
            return "; options of weft run go after --";
        }
        return question.isEmpty()
                ? "; %s --help has all that it takes".formatted(command.qualifiedName())
                : question;
    }

    private static boolean isOptionOfRun(String name, CommandSpec command) {
        CommandLine run = command.root().subcommands().get("run");
        return command.name().equals("compare")
                && run != null
                && run.getCommandSpec().optionsMap().containsKey(name);
    }

    /// Name of an option, without its value.
    private static String name(String word) {
        return word.replaceFirst("=.*", "");
    }
}
