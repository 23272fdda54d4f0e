package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

class SpellingSuggestionsTest {
    private static final CommandLine COMMANDS = CommandLines.all();

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "a, '', 1",
        "mode, mode, 0",
        "mode, moed, 1",
        "mode, mde, 1",
        "mode, mmode, 1",
        "mode, made, 1",
        "kitten, sitting, 3",
        "ca, abc, 3"
    })
    void countsSlipsOfTheFinger(String one, String other, int distance) {
        assertThat(SpellingSuggestions.distance(one, other)).isEqualTo(distance);
        assertThat(SpellingSuggestions.distance(other, one)).isEqualTo(distance);
    }

    @Test
    void isSilentWhereNothingIsNear() {
        assertThat(SpellingSuggestions.to("colour", List.of("mode", "files"))).isEmpty();
        assertThat(SpellingSuggestions.to("x", List.of("mode", "files"))).isEmpty();
        assertThat(SpellingSuggestions.question("sing", List.of("run", "serve"))).isEmpty();
    }

    @Test
    void takesTheBeginningOfALongWord() {
        assertThat(SpellingSuggestions.to("--rep", List.of("--files", "--repetitions")))
                .contains("--repetitions");
    }

    @Test
    void namesAllThatAreEquallyNear() {
        assertThat(SpellingSuggestions.question("--tall", List.of("--call", "--stall", "--mode")))
                .isEqualTo("; did you mean --call or --stall?");
    }

    /// What comes of each of these is help.
    static Stream<String> commands() {
        return COMMANDS.getSubcommands().keySet().stream().filter(name -> !name.equals("help"));
    }

    /// One letter dropped, doubled, or swapped with the next one, in every option of every command.
    @ParameterizedTest
    @MethodSource("commands")
    void knowsEachOptionWithOneSlip(String command) {
        CommandSpec spec = CommandLines.command(command);
        List<String> missed = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            for (String slip : slips(option.longestName())) {
                if (!spec.optionsMap().containsKey(slip)) {
                    String said = complaint(command, slip);
                    if (!said.matches(
                            "weft %s has no option %s; did you mean (--[a-z-]+ or )*%s( or --[a-z-]+)*\\?"
                                    .formatted(command, slip, option.longestName()))) {
                        missed.add(said);
                    }
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(spec.options()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void knowsEachCommandWithOneSlip(String command) {
        for (String slip : slips(command)) {
            assertThat(complaint(slip))
                    .startsWith(
                            "there is no command %s; did you mean %s? The commands are "
                                    .formatted(slip, command))
                    .doesNotContain("\n");
        }
    }

    private static String complaint(String... arguments) {
        return UsageErrorText.sentence(
                catchThrowableOfType(
                        ParameterException.class, () -> COMMANDS.parseArgs(arguments)));
    }

    private static List<String> slips(String word) {
        List<String> slips = new ArrayList<>();
        int begin = word.startsWith("--") ? 2 : 0;
        for (int at = begin; at < word.length(); at++) {
            String before = word.substring(0, at);
            char letter = word.charAt(at);
            slips.add(before + word.substring(at + 1));
            slips.add(before + letter + word.substring(at));
            if (at + 1 < word.length() && letter != word.charAt(at + 1)) {
                slips.add(before + word.charAt(at + 1) + letter + word.substring(at + 2));
            }
        }
        // What begins with three hyphens is no slip of a letter.
        return slips.stream().distinct().filter(slip -> !slip.startsWith("---")).toList();
    }
}
