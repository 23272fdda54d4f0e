package dev.weft.cli;

import java.lang.reflect.Member;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Groups of options in help texts and in the reference. A group has the options of a class.
/// Options outside of these classes are in [#OWN].
enum OptionGroup {
    /// Options of a single command.
    OWN("Options"),
    /// Work of a run.
    WORK("What is uploaded, and how", WorkOptions.class),
    /// Amount of measurement.
    AMOUNT("How much is measured", AmountOptions.class),
    /// Judgement of results.
    EXPLANATION("What results are held against", AnalysisOptions.class),
    /// Upload target.
    TARGET("Where to", TargetOptions.class),
    /// Protection of a bucket.
    CARE("What it may cost", BucketSafetyOptions.class),
    /// Behavior of the embedded server.
    SERVER("The embedded server", FaultOptions.class),
    /// Timeouts and retries.
    ENDURANCE("How long an upload is tried", RetryOptions.class),
    /// Files and output of a run.
    OUTPUT("Results", OutputOptions.class),
    /// Options of all commands.
    HELP("Help");

    private final String heading;
    private final Optional<Class<?>> holder;

    OptionGroup(String heading) {
        this.heading = heading;
        this.holder = Optional.empty();
    }

    OptionGroup(String heading, Class<?> holder) {
        this.heading = heading;
        this.holder = Optional.of(holder);
    }

    /// Returns the heading of the group.
    String heading() {
        return heading;
    }

    /// Returns the options of a command by group, in the order of their display.
    static Map<OptionGroup, List<OptionSpec>> of(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .collect(
                        Collectors.groupingBy(
                                OptionGroup::of,
                                () -> new EnumMap<>(OptionGroup.class),
                                Collectors.toList()));
    }

    static OptionGroup of(OptionSpec option) {
        if (!(option.userObject() instanceof Member field)) {
            return OWN;
        }
        if (option.usageHelp() || option.versionHelp()) {
            return HELP;
        }
        return Arrays.stream(values())
                .filter(group -> group.holder.equals(Optional.of(field.getDeclaringClass())))
                .findFirst()
                .orElse(OWN);
    }
}
