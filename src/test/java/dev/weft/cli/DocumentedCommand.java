package dev.weft.cli;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A command that a document shows, such as `weft run --files=500`.
///
/// @param place the document that shows it
/// @param text as it stands, in one line and without the comment after it
/// @param isShown whether it is a line to be typed, and no mention in a sentence
record DocumentedCommand(String place, String text, boolean isShown) {
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");
    private static final String SIDE = "--option=";

    /// The words with their quotes, up to a comment.
    static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .takeWhile(word -> !word.startsWith("#"))
                .toList();
    }

    /// The words with their quotes.
    List<String> words() {
        return words(text);
    }

    /// The program as it is called, such as `scripts/weft`.
    String program() {
        return words().getFirst();
    }

    /// The arguments with their quotes, without what the shell keeps for itself.
    List<String> quoted() {
        return words().stream()
                .skip(1)
                .takeWhile(word -> !word.matches("(\\d?[<>]|[|&;]).*"))
                .toList();
    }

    /// The arguments as the program gets them.
    List<String> arguments() {
        return quoted().stream().map(word -> word.replaceAll("[\"']", "")).toList();
    }

    /// What the shell does with the output, such as `> .env`; empty where it does nothing.
    String redirection() {
        return String.join(" ", words().subList(1 + quoted().size(), words().size()));
    }

    /// The name of weft's command; empty for weft itself and for make.
    Optional<String> command() {
        return isMake()
                ? Optional.empty()
                : arguments().stream().limit(1).filter(word -> !word.startsWith("-")).findFirst();
    }

    /// Whether it only names a command, or an option without the value that it takes, as sentences
    /// do.
    boolean isName() {
        List<String> words = arguments();
        return !isShown
                && !isMake()
                && (words.size() == 1 || (words.size() == 2 && lacksItsValue(words.getLast())));
    }

    private boolean lacksItsValue(String word) {
        return Optional.ofNullable(CommandLines.all().getSubcommands().get(arguments().getFirst()))
                .map(command -> command.getCommandSpec().findOption(word))
                .filter(option -> option.arity().min() > 0)
                .isPresent();
    }

    /// Whether it is one of make, and none of weft.
    boolean isMake() {
        return program().equals("make");
    }

    /// What make is to make, in whichever folder.
    List<String> targets() {
        return Splitter.on(' ')
                .splitToStream(String.join(" ", arguments()).replaceFirst("-C \\S+", ""))
                .filter(word -> word.matches("[a-z-]+"))
                .toList();
    }

    /// The values that an option or a variable of make has, a list taken apart.
    Stream<String> values(String name) {
        return arguments().stream()
                .filter(word -> word.startsWith(name + "="))
                .flatMap(word -> Splitter.on(',').splitToStream(word.substring(name.length() + 1)));
    }

    /// What `compare` is to compare, where it is results or builds.
    List<String> sides() {
        return command().filter("compare"::equals).isEmpty()
                ? List.of()
                : arguments().stream()
                        .skip(1)
                        .takeWhile(word -> !word.equals("--"))
                        .filter(word -> !word.startsWith("-"))
                        .toList();
    }

    /// The file of results that it reads; empty where it names none.
    List<String> results() {
        return switch (command().orElse("")) {
            case "plot", "report", "compare" -> values("--csv").toList();
            default -> List.of();
        };
    }

    /// The options of `run` that it names, for each side of a comparison.
    List<List<String>> ofRun() {
        List<String> words = arguments();
        return switch (command().orElse("")) {
            case "run" -> List.of(words.subList(1, words.size()));
            case "compare" -> {
                int dashes = words.indexOf("--");
                List<String> both =
                        dashes < 0 ? List.of() : words.subList(dashes + 1, words.size());
                yield Stream.concat(
                                Stream.of(""), words.stream().filter(word -> word.startsWith(SIDE)))
                        .map(side -> side.replaceFirst("^" + SIDE, ""))
                        .map(side -> Stream.concat(both.stream(), words(side).stream()).toList())
                        .toList();
            }
            default -> List.of();
        };
    }

    @Override
    public String toString() {
        return "%s: %s".formatted(place, text);
    }
}
