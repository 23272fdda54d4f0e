package dev.weft.cli;

import dev.weft.plan.ModeName;
import dev.weft.plan.Target;
import dev.weft.screen.Terminal;
import dev.weft.session.RunRequest;
import dev.weft.session.UsageException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/// The options of `run` as picocli parses them. [#request] checks them.
final class RunOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin WorkOptions work = new WorkOptions();

    @Mixin AmountOptions amount = new AmountOptions();

    @Mixin AnalysisOptions analysis = new AnalysisOptions();

    @Mixin TargetOptions target = new TargetOptions();

    @Mixin FaultOptions faults = new FaultOptions();

    @Mixin RetryOptions retries = new RetryOptions();

    @Mixin BucketSafetyOptions safety = new BucketSafetyOptions();

    @Mixin OutputOptions output = new OutputOptions();

    /// Parses arguments as options of `run`.
    static RunOptions parsed(List<String> words) {
        RunOptions options = new RunOptions();
        CommandSpec run =
                CommandSpec.create()
                        .name("weft run")
                        .addMixin("run", CommandSpec.forAnnotatedObject(options));
        new CommandLine(run).parseArgs(words.toArray(String[]::new));
        options.command = run;
        return options;
    }

    /// Checks the options, and completes them from the environment and from files.
    RunRequest request(Terminal terminal) throws UsageException {
        RunRequest.Work checkedWork = work.checked(amount.seed);
        EnvironmentSettings settings =
                EnvironmentSettings.of(terminal.variables(), terminal.folder());
        Optional<Target> configured = target.configured(settings, terminal.folder());
        faults.requireEmbeddedServer(configured);
        return new RunRequest(
                checkedWork,
                amount.checked(hasOneCase(checkedWork), terminal.variables()),
                retries.checked(),
                new RunRequest.Destination(configured, faults.plan(terminal.folder())),
                analysis.checked(checkedWork),
                safety.checked(),
                output.checked());
    }

    private boolean hasOneCase(RunRequest.Work checked) {
        return Math.max(work.files.size(), work.zips.size()) <= 1
                && work.concurrencies.size() == 1
                && checked.modes().stream().filter(mode -> mode != ModeName.SEQUENTIAL).count() > 1;
    }

    /// Returns the names of given options without an annotation, in the given order.
    List<String> givenWithout(Class<? extends Annotation> mark) {
        return given().filter(option -> !hasMark(option, mark))
                .map(OptionSpec::longestName)
                .distinct()
                .toList();
    }

    /// Returns the names of all options with an annotation, in alphabetical order.
    static List<String> withMark(Class<? extends Annotation> mark) {
        return parsed(List.of()).command.options().stream()
                .filter(option -> hasMark(option, mark))
                .map(OptionSpec::longestName)
                .sorted()
                .toList();
    }

    /// Replaces the value of each option with an annotation.
    ///
    /// @param other options with the new values
    void replace(Class<? extends Annotation> mark, RunOptions other) {
        other.command.options().stream()
                .filter(option -> hasMark(option, mark))
                .forEach(
                        option ->
                                command.findOption(option.longestName())
                                        .setValue(option.getValue()));
    }

    /// Returns the arguments of weft as given.
    List<String> commandLine() {
        return command.root().commandLine().getParseResult().originalArgs();
    }

    private Stream<OptionSpec> given() {
        return command.commandLine().getParseResult().matchedOptions().stream();
    }

    private static boolean hasMark(OptionSpec option, Class<? extends Annotation> mark) {
        return option.userObject() instanceof AnnotatedElement field
                && field.isAnnotationPresent(mark);
    }
}
