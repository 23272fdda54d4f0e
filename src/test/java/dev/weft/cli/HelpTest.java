package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.session.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

class HelpTest {
    private static final Path HERE = Path.of("target");

    static Stream<String> commands() {
        return CommandLines.all().getSubcommands().keySet().stream()
                .filter(name -> !name.equals("help"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandHasOptionsExitCodesAndExamples(String command) {
        String help = help(80, command);

        assertThat(help)
                .startsWith("Usage: weft %s [OPTIONS]".formatted(command))
                .contains("\nExit codes:\n  0  ", "\n  2  ", "\nExamples:\n  # ", "--help");
        assertThat(help.lines().filter(line -> line.startsWith("  # "))).hasSizeBetween(2, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120, 200})
    void noLineIsLongerThanTheTerminalIsWide(int columns) {
        assertThat(help(columns).lines()).allMatch(line -> line.length() <= columns);
        commands()
                .forEach(
                        command ->
                                assertThat(help(columns, command).lines())
                                        .as(command)
                                        .allMatch(line -> line.length() <= columns));
    }

    @Test
    void aWideTerminalIsUsed() {
        assertThat(help(200, "run").lines().count()).isLessThan(help(80, "run").lines().count());
        assertThat(help(999, "run")).isEqualTo(help(200, "run"));
        assertThat(help(20, "run")).isEqualTo(help(60, "run"));
    }

    @Test
    void everyOptionOfRunStandsUnderAHeading() {
        CommandSpec run = CommandLines.command("run");

        assertThat(OptionGroup.of(run)).doesNotContainKey(OptionGroup.OWN);
        assertThat(OptionGroup.of(run).values().stream().mapToInt(List::size).sum())
                .isEqualTo(run.options().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    weft run --files=5                     | 40 | weft run --files=5
                    weft run --files=5 --mode=async --cold | 30 | weft run --files=5 \\/  --mode=async --cold
                    weft run --files=5 --mode=async --cold | 20 | weft run \\/  --files=5 \\/  --mode=async \\/  --cold
                    weft --an-option-that-fits-in-no-line  | 20 | weft \\/  --an-option-that-fits-in-no-line
                    """)
    void aFoldedExampleIsStillOneForAShell(String line, int width, String folded) {
        assertThat(String.join("/", HelpLayout.folded(line, width)))
                .isEqualTo(folded.replace("\\\\", "\\"));
    }

    @Test
    void noExampleIsFoldedWithinQuotes() {
        assertThat(CommandLines.commands())
                .flatExtracting(HelpLayout::examples)
                .hasSizeGreaterThan(20)
                .flatExtracting(example -> HelpLayout.folded(example.value(), 60))
                .allMatch(line -> line.replaceAll("[^'\"]", "").length() % 2 == 0);
    }

    private static String help(int columns, String... command) {
        String[] arguments =
                Stream.concat(Stream.of(command), Stream.of("--help")).toArray(String[]::new);
        Invocation invocation =
                Invocation.in(HERE, Map.of("COLUMNS", Integer.toString(columns)), arguments);
        assertThat(invocation.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(invocation.err()).isEmpty();
        return invocation.out();
    }
}
