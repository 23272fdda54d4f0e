package dev.weft.cli;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.Member;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The headings under which help and the reference show options. What stands in no group is shown
/// under [#OWN].
enum OptionGroup {
    /// What a command has for itself.
    OWN("Options"),
    /// What a run uploads, and how.
    WORK(
            "What is uploaded, and how",
            "--mode",
            "--concurrency",
            "--files",
            "--file-size",
            "--content",
            "--zip",
            "--max-ratio",
            "--max-unzipped",
            "--workload"),
    /// How much a run measures.
    AMOUNT(
            "How much is measured",
            "--repetitions",
            "--verdict",
            "--passes",
            "--warmup",
            "--cold",
            "--time-budget",
            "--dry-run",
            "--resume",
            "--forks",
            "--java-options",
            "--seed"),
    /// What a run holds its results against, and how it explains them.
    EXPLANATION(
            "What results are held against",
            "--calibrate",
            "--rate-limit",
            "--present",
            "--diagnose"),
    /// Where the uploads go.
    TARGET("Where to"),
    /// What guards a bucket elsewhere.
    CARE("What it may cost", "--yes", "--max-requests", "--max-cost", "--allow-locked"),
    /// How the embedded server behaves.
    SERVER("The embedded server"),
    /// How long an upload is tried.
    ENDURANCE("How long an upload is tried"),
    /// What a run leaves behind and says.
    RESULTS(
            "Results",
            "--csv",
            "--timings-csv",
            "--format",
            "--verify",
            "--keep-objects",
            "--quiet"),
    /// What every command has.
    HELP("Help");

    private final String heading;
    private final ImmutableList<String> names;

    OptionGroup(String heading, String... names) {
        this.heading = heading;
        this.names = ImmutableList.copyOf(names);
    }

    /// What stands above its options.
    String heading() {
        return heading;
    }

    /// The options of a command by their groups, in the order in which they are shown.
    static Map<OptionGroup, List<OptionSpec>> of(CommandSpec command) {
        Map<OptionGroup, List<OptionSpec>> groups =
                command.options().stream()
                        .filter(option -> !option.hidden())
                        .collect(
                                Collectors.groupingBy(
                                        OptionGroup::of,
                                        () -> new EnumMap<>(OptionGroup.class),
                                        Collectors.toList()));
        groups.replaceAll(OptionGroup::sorted);
        return groups;
    }

    /// Groups of options that several commands have are known by the class that holds them, those
    /// of `run` by their names.
    static OptionGroup of(OptionSpec option) {
        if (!(option.userObject() instanceof Member field)) {
            return OWN;
        }
        Class<?> owner = field.getDeclaringClass();
        if (owner == TargetOptions.class) {
            return TARGET;
        }
        if (owner == FaultOptions.class) {
            return SERVER;
        }
        if (owner == EnduranceOptions.class) {
            return ENDURANCE;
        }
        if (option.usageHelp() || option.versionHelp()) {
            return HELP;
        }
        return owner == RunOptions.class ? ofRun(option.longestName()) : OWN;
    }

    private static OptionGroup ofRun(String name) {
        for (OptionGroup group : values()) {
            if (group.names.contains(name)) {
                return group;
            }
        }
        return OWN;
    }

    private List<OptionSpec> sorted(List<OptionSpec> options) {
        return names.isEmpty()
                ? options
                : options.stream()
                        .sorted(
                                Comparator.comparingInt(
                                        option -> names.indexOf(option.longestName())))
                        .toList();
    }
}
