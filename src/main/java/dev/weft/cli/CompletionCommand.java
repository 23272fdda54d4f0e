package dev.weft.cli;

import dev.weft.screen.Terminal;
import dev.weft.session.ExitCode;
import dev.weft.session.UsageException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints a script that completes weft's command line in a shell.
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints a script that makes bash or zsh complete weft's command line.",
            "It completes commands, options, their values and files, for weft on the PATH as for scripts/weft."
        },
        exitCodeList = {
            "0:the script was printed",
            "1:not all that belongs on standard output could be written",
            "2:there is none for such a shell"
        })
@HelpExample(
        value = "eval \"$(weft completion bash)\"",
        does = "in this bash; in ~/.bashrc for all")
@HelpExample(value = "eval \"$(weft completion zsh)\"", does = "in this zsh; in ~/.zshrc for all")
final class CompletionCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "SHELL",
            converter = ShellConverter.class,
            completionCandidates = ShellConverter.class,
            description = "bash or zsh")
    private Optional<Shell> shell = Optional.empty();

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Shells with a script.
    enum Shell {
        BASH,
        ZSH;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Converts the name of a shell.
    static final class ShellConverter extends Converters.Choice<Shell> {
        ShellConverter() {
            super(
                    "'%s' is no shell that weft knows; it knows bash and zsh",
                    Arrays.stream(Shell.values()), Shell::label);
        }
    }

    @Override
    public Integer call() throws UsageException {
        Shell named =
                shell.orElseThrow(
                        () -> new UsageException("name the shell: weft completion bash, or zsh"));
        CompletionScript script = new CompletionScript(spec.root());
        terminal.out()
                .print(
                        switch (named) {
                            case BASH -> script.bash();
                            case ZSH -> script.zsh();
                        });
        terminal.out().flush();
        return ExitCode.OK;
    }
}
