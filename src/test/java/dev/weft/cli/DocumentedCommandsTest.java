package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.weft.session.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whether weft and make know what the documents show. [DocumentedCommandsIT] runs it.
class DocumentedCommandsTest {
    private static List<DocumentedCommand> ofWeft() throws IOException {
        return DocumentedCommands.all().stream().filter(command -> !command.isMake()).toList();
    }

    private static List<DocumentedCommand> ofMake() throws IOException {
        return DocumentedCommands.all().stream().filter(DocumentedCommand::isMake).toList();
    }

    @ParameterizedTest
    @MethodSource("ofWeft")
    void weftKnowsEachOption(DocumentedCommand command) {
        String[] words =
                command.arguments().stream()
                        .limit(command.isName() ? 1 : Integer.MAX_VALUE)
                        .map(word -> word.equals("COMMAND") ? "run" : word)
                        .toArray(String[]::new);

        assertThatCode(() -> CommandLines.all().parseArgs(words))
                .as(command.toString())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("ofWeft")
    void aRunTakesEachValue(DocumentedCommand command) throws Exception {
        for (List<String> options : command.ofRun()) {
            if (!options.contains("--help") && !command.isName()) {
                RunOptions parsed = RunOptions.parsed(options);
                RunRequest.Work work = parsed.work.checked(parsed.amount.seed);
                var _ = parsed.amount.checked(false, Map.of());
                var _ = parsed.retries.checked();
                var _ = parsed.analysis.checked(work);
                var _ = parsed.safety.checked();
                assertThat(work.modes()).as(command.toString()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ofMake")
    void makeKnowsEachTargetAndVariable(DocumentedCommand command) throws Exception {
        String makefile = Files.readString(Path.of("Makefile"));

        assertThat(command.targets())
                .isNotEmpty()
                .allMatch(target -> makefile.contains("\n" + target + ":"));
        assertThat(command.arguments())
                .filteredOn(word -> word.matches("[A-Z_]+=.*"))
                .allMatch(word -> makefile.contains("\n" + word.replaceFirst("=.*", " :=")));
    }

    @Test
    void eachCommandOfWeftIsShown() throws Exception {
        Set<String> shown =
                ofWeft().stream()
                        .flatMap(command -> command.command().stream())
                        .collect(Collectors.toSet());

        assertThat(shown)
                .containsAll(
                        CommandLines.all().getSubcommands().keySet().stream()
                                .filter(name -> !name.equals("help"))
                                .toList());
        assertThat(ofWeft())
                .extracting(DocumentedCommand::place)
                .contains("README.md", "docs/cli.md");
    }

    @Test
    void findsCommandsInBlocksAndInSentences() {
        String text =
                """
                Call `weft doctor` or `make
                test`, and not `water weft`.

                ```sh
                $ scripts/weft run --files=5 \\
                    --cold     # a comment
                AWS_PROFILE=work target/dist/bin/weft clean --dry-run
                eval "$(weft completion bash)"
                ```

                | `weft serve \\| tee x` |
                """;

        assertThat(DocumentedCommands.ofDocument("x.md", text))
                .extracting(DocumentedCommand::text)
                .containsExactly(
                        "scripts/weft run --files=5 --cold",
                        "target/dist/bin/weft clean --dry-run",
                        "weft completion bash",
                        "weft doctor",
                        "make test",
                        "weft serve | tee x");
    }

    @Test
    void findsCommandsInTheStepsOfAWorkflow() {
        String workflow =
                """
                jobs:
                  one:
                    steps:
                      - run: make -C base build
                      - name: run
                        run: >-
                          head/scripts/weft compare --build base head
                          --summary="$OUT" -- --files=5
                      - run: |
                          echo weft
                          weft plot
                """;

        assertThat(DocumentedCommands.ofWorkflow("x.yml", workflow))
                .extracting(DocumentedCommand::text)
                .containsExactly(
                        "make -C base build",
                        "head/scripts/weft compare --build base head --summary=\"$OUT\" -- --files=5",
                        "weft plot");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    weft run --files=5 --csv='a b'   # why | weft;run;--files=5;--csv='a b' | run;--files=5;--csv=a b
                    make run-all ARGS="--x --y=1"          | make;run-all;ARGS="--x --y=1"  | run-all;ARGS=--x --y=1
                    weft serve > .env                      | weft;serve;>;.env              | serve
                    weft run --cold >out.json              | weft;run;--cold;>out.json      | run;--cold
                    """)
    void splitsAsAShellDoes(String text, String words, String arguments) {
        assertThat(String.join(";", DocumentedCommand.words(text))).isEqualTo(words);
        assertThat(String.join(";", new DocumentedCommand("x.md", text, true).arguments()))
                .isEqualTo(arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    weft rnu --files=5           |
                    weft demo                    | weft demo --latency=1ms
                    scripts/weft serve > .env    | scripts/weft serve --port=0 > .env
                    weft plot --run=20261121T093000Z-1a2b | weft plot --run=A_RUN_THAT_IS_THERE
                    weft compare --option=--passes=2 --option=--passes=3 -- --mode=virtual,async | weft compare --option=--passes=2 --option=--passes=3 -- --files=4 --file-size=1KiB --repetitions=1 --warmup=0 --mode=async --no-calibrate --yes
                    weft run --bucket=b --diagnose --zip=a.zip | weft run --bucket=my-bucket --diagnose --zip=a.zip --mode=async --repetitions=1 --passes=1 --warmup=0 --no-calibrate --yes
                    weft run --latency=9ms --cold | weft run --latency=9ms --cold --forks=0 --mode=async --files=4 --file-size=1KiB --repetitions=1 --no-calibrate
                    make run-all FILES_IN_ZIP=9 ARGS="--cold" | make run-all FILES_IN_ZIP=3 SIZES=3 FILE_SIZE=1KiB ARGS="--cold --forks=0 --repetitions=1 --no-calibrate"
                    make evidence                | make -n evidence
                    """)
    void isRunOnLess(String shown, String run) {
        assertThat(
                        DocumentedRuns.of(new DocumentedCommand("x.md", shown, true))
                                .map(DocumentedRun::text)
                                .orElse(null))
                .isEqualTo(run);
    }

    @Test
    void examplesOfWorkflowsPinTheActionsThatOursDoes() throws Exception {
        List<String> ours = actions(Path.of(".github/workflows/ci.yml"));

        assertThat(DocumentedCommands.workflows()).isNotEmpty();
        for (Path workflow : DocumentedCommands.workflows()) {
            assertThat(DocumentedCommands.yaml(Files.readString(workflow)))
                    .asInstanceOf(MAP)
                    .containsKeys("name", "permissions", "jobs");
            assertThat(actions(workflow)).isNotEmpty().isSubsetOf(ours);
        }
    }

    private static List<String> actions(Path workflow) throws IOException {
        return DocumentedCommands.under("uses", DocumentedCommands.yaml(Files.readString(workflow)))
                .toList();
    }
}
