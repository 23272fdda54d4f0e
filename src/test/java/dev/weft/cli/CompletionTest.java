package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The script in a real bash, which is asked what it would complete; and in zsh where there is one.
class CompletionTest {
    @TempDir Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("benchmark/runs/20261121T093000Z-1a2b"));
        Files.writeString(folder.resolve("photos.zip"), "");
        Files.writeString(folder.resolve("my photos.zip"), "");
        Files.writeString(
                folder.resolve("weft.bash"), Invocation.in(folder, "completion", "bash").out());
        Files.writeString(
                folder.resolve("weft.zsh"), Invocation.in(folder, "completion", "zsh").out());
    }

    /// Bash itself replaces what stands after the last `=` of a word.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock =
                    """
                    weft ru|run~
                    weft c|create-zip~ compare~ clean~ completion~
                    scripts/weft ru|run~
                    weft run --conc|--concurrency=
                    weft run --no-v|--no-verdict~
                    weft run --keep|--keep-objects~
                    weft run --mode=|sequential~ threads~ async~ virtual~ all~
                    weft run --mode=v|virtual~
                    weft run --mode=threads,v|threads,virtual~
                    weft run --mode v|virtual~
                    weft run --cold --present=a|async~
                    weft run --verify=c|checksum~ content~
                    weft run --content=t|text~
                    weft run --zip=pho|photos.zip~
                    weft run --zip=photos.zip,my|photos.zip,my\\ photos.zip~
                    weft run --csv=ben|benchmark/
                    weft plot --chart=c|concurrency~
                    weft plot --chart=w|weave~ warmup~
                    weft report --side=|before~ after~
                    weft report --csv=ben|benchmark/
                    weft report --run=|20261121T093000Z-1a2b~
                    weft run --resume 2026|20261121T093000Z-1a2b~
                    weft compare 20|20261121T093000Z-1a2b~
                    weft compare ./pho|./photos.zip~
                    weft compare benchmark/ru|benchmark/runs/
                    weft demo --lat|--latency=
                    weft compare --fo|--force~ --format=
                    weft compare --format=m|markdown~
                    weft compare pho|photos.zip~
                    weft compare --build a b -- --concurrency=4 --mode=a|async~ all~
                    weft completion |bash~ zsh~
                    weft help do|doctor~
                    weft doctor --write|--write-check~
                    weft --vers|--version~
                    """)
    void completesInBash(String line, String replies) throws Exception {
        assertThat(bash(line)).isEqualTo(expected(replies));
    }

    @Test
    void offersNothingWhereAnythingCanStand() throws Exception {
        assertThat(bash("weft run --seed=")).isEmpty();
        assertThat(bash("weft run --colour=")).isEmpty();
    }

    @Test
    void knowsEveryOptionOfEveryCommand() throws Exception {
        for (var command : CommandLines.all().getSubcommands().entrySet()) {
            List<String> names =
                    command.getValue().getCommandSpec().options().stream()
                            .map(option -> option.longestName())
                            .toList();
            assertThat(bash("weft " + command.getKey() + " --"))
                    .extracting(reply -> reply.replaceFirst("[= ]$", ""))
                    .containsAll(names);
        }
    }

    /// zsh has the whole word replaced, and asks by what it makes of bash's functions.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    weft ru                 | weft run
                    scripts/weft ru         | scripts/weft run
                    weft run --conc         | weft run --concurrency=
                    weft run --mode=v       | weft run --mode=virtual
                    weft run --mode=async,v | weft run --mode=async,virtual
                    weft run --zip=pho      | weft run --zip=photos.zip
                    weft run --csv=ben      | weft run --csv=benchmark/
                    """)
    void completesInZsh(String line, String completed) throws Exception {
        if (!isThere("zsh")) {
            String reason = "there is no zsh on this machine";
            System.out.println("SKIPPED: " + reason);
            abort(reason);
        }
        assertThat(zsh(line)).isEqualTo(completed);
    }

    private List<String> bash(String line) throws IOException, InterruptedException {
        String script =
                """
                source ./weft.bash
                COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=($1) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _weft
                for reply in "${COMPREPLY[@]}"; do printf '%s\\n' "$reply"; done
                """;
        return output(List.of("bash", "--norc", "-c", script, "bash", line)).lines().toList();
    }

    /// Types the line and a tab into a zsh in a pseudo terminal, and reads the line that comes.
    private String zsh(String line) throws IOException, InterruptedException {
        String script =
                """
                zmodload zsh/zpty
                zpty weft "zsh -f -i"
                zpty -w weft 'PS1=; unsetopt zle_bracketed_paste 2>/dev/null; cd '"$PWD"
                zpty -w weft 'source ./weft.zsh; show() { print -r -- "<<$BUFFER>>"; BUFFER=; zle accept-line }; zle -N show; bindkey "^X" show; print READY'
                zpty -r weft seen '*READY*READY*'
                zpty -n -w weft "$1"$'\\t\\x18'
                zpty -r weft seen '*<<*>>*'
                print -r -- "${${seen##*<<}%%>>*}"
                """;
        return output(List.of("zsh", "-f", "-c", script, "zsh", line)).strip();
    }

    private static List<String> expected(String replies) {
        List<String> expected = new ArrayList<>();
        // Blanks within a name are escaped.
        for (String reply : Splitter.onPattern("(?<!\\\\) ").split(replies)) {
            if (!reply.isEmpty()) {
                expected.add(reply.replace('~', ' '));
            }
        }
        return expected;
    }

    private static boolean isThere(String program) {
        for (String path : Splitter.on(':').split(System.getenv("PATH"))) {
            if (Files.isExecutable(Path.of(path, program))) {
                return true;
            }
        }
        return false;
    }

    private String output(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        // Where zsh keeps what it knows of its own functions.
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
