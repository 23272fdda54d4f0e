package dev.weft.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The options of `run` as picocli fills them in. [RunRequest] is what becomes of them.
final class RunOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin WorkOptions work = new WorkOptions();

    @Mixin AmountOptions amount = new AmountOptions();

    @Mixin AnalysisOptions explanation = new AnalysisOptions();

    @Mixin TargetOptions target = new TargetOptions();

    @Mixin FaultOptions faults = new FaultOptions();

    @Mixin RetryOptions endurance = new RetryOptions();

    @Mixin BucketSafetyOptions care = new BucketSafetyOptions();

    @Mixin OutputOptions output = new OutputOptions();

    /// Reads words as the options of `run`.
    static RunOptions parsed(List<String> words) {
        RunOptions options = new RunOptions();
        parse(words, options);
        return options;
    }

    /// The names of the options that words give.
    static Set<String> named(List<String> words) {
        return names(parse(words, new RunOptions()));
    }

    private static ParseResult parse(List<String> words, RunOptions into) {
        CommandSpec run =
                CommandSpec.create()
                        .name("weft run")
                        .addMixin("run", CommandSpec.forAnnotatedObject(into));
        return new CommandLine(run).parseArgs(words.toArray(String[]::new));
    }

    private static Set<String> names(ParseResult result) {
        return result.matchedOptions().stream()
                .map(OptionSpec::longestName)
                .collect(Collectors.toSet());
    }

    /// The names of the options that were given.
    Set<String> named() {
        return names(command.commandLine().getParseResult());
    }

    /// The arguments of weft as they were given.
    List<String> commandLine() {
        return command.root().commandLine().getParseResult().originalArgs();
    }
}
