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

/// The headings under which help and the reference show options: those of a class that holds them
/// for a command, or for several. What no class of these holds is shown under [#OWN].
enum OptionGroup {
    /// What a command has for itself.
    OWN("Options"),
    /// What a run uploads, and how.
    WORK("What is uploaded, and how", WorkOptions.class),
    /// How much a run measures.
    AMOUNT("How much is measured", AmountOptions.class),
    /// What a run holds its results against, and how it explains them.
    EXPLANATION("What results are held against", AnalysisOptions.class),
    /// Where the uploads go.
    TARGET("Where to", TargetOptions.class),
    /// What guards a bucket elsewhere.
    CARE("What it may cost", BucketSafetyOptions.class),
    /// How the embedded server behaves.
    SERVER("The embedded server", FaultOptions.class),
    /// How long an upload is tried.
    ENDURANCE("How long an upload is tried", RetryOptions.class),
    /// What a run leaves behind and says.
    OUTPUT("Results", OutputOptions.class),
    /// What every command has.
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

    /// What stands above its options.
    String heading() {
        return heading;
    }

    /// The options of a command by their groups, in the order in which they are shown.
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
