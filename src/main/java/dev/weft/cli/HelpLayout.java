package dev.weft.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Layout of help texts: options in groups, exit codes, then examples to copy.
final class HelpLayout {
    private static final int NARROWEST = 60;
    private static final int WIDEST = 200;
    private static final int OPTION_COLUMN = 28;
    private static final String INDENT = "  ";
    private static final String EXAMPLES = "weftExamples";

    /// Exit codes of commands without a list of their own.
    private static final Map<String, String> EXIT_CODES = exitCodes();

    private HelpLayout() {}

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "all well");
        codes.put("1", "the work failed in part or whole");
        codes.put("2", "it could not be begun as asked for; nothing was done");
        codes.put("130", "interrupted (143 by SIGTERM, 129 by SIGHUP)");
        return codes;
    }

    /// Sets the layout of a command and its subcommands.
    ///
    /// @param columns returns the width of the terminal; called when help is printed
    static void apply(CommandLine command, IntSupplier columns) {
        layOut(command);
        command.setHelpFactory(
                (spec, colors) -> {
                    spec.usageMessage().width(Math.clamp(columns.getAsInt(), NARROWEST, WIDEST));
                    return new Help(spec, colors);
                });
    }

    private static void layOut(CommandLine command) {
        UsageMessageSpec message = command.getCommandSpec().usageMessage();
        message.longOptionsMaxWidth(OPTION_COLUMN);
        message.abbreviateSynopsis(true);
        message.descriptionHeading("%n");
        message.parameterListHeading("%n");
        message.commandListHeading("%nCommands:%n");
        message.exitCodeListHeading("%nExit codes:%n");
        if (message.exitCodeList().isEmpty()) {
            message.exitCodeList(EXIT_CODES);
        }
        message.sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
        message.sectionMap().put(EXAMPLES, HelpLayout::examples);
        List<String> sections = new ArrayList<>(message.sectionKeys());
        sections.add(sections.indexOf(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING), EXAMPLES);
        message.sectionKeys(sections);
        command.getSubcommands().values().forEach(HelpLayout::layOut);
    }

    /// Returns the exit codes of a command and their meanings.
    static Map<String, String> exitCodes(CommandSpec command) {
        Map<String, String> codes = command.usageMessage().exitCodeList();
        return codes.isEmpty() ? EXIT_CODES : codes;
    }

    /// Returns the examples of a command.
    static List<HelpExample> examples(CommandSpec command) {
        return List.of(command.userObject().getClass().getAnnotationsByType(HelpExample.class));
    }

    private static String options(Help help) {
        StringBuilder text = new StringBuilder();
        OptionGroup.of(help.commandSpec())
                .forEach(
                        (group, options) ->
                                text.append("%n%s:%n".formatted(group.heading()))
                                        .append(list(help, options)));
        return text.toString();
    }

    /// Formats the options. All groups have the same column widths.
    private static String list(Help help, List<OptionSpec> options) {
        Help.Layout layout =
                help.createDefaultLayout(
                        help.commandSpec().options(), List.of(), help.colorScheme());
        layout.addOptions(options, help.parameterLabelRenderer());
        return layout.toString();
    }

    private static String examples(Help help) {
        List<HelpExample> examples = examples(help.commandSpec());
        if (examples.isEmpty()) {
            return "";
        }
        int width = help.commandSpec().usageMessage().width();
        StringBuilder text = new StringBuilder("%nExamples:%n".formatted());
        for (HelpExample example : examples) {
            text.append("%s# %s%n".formatted(INDENT, example.does()));
            folded(example.value(), width)
                    .forEach(line -> text.append("%s%s%n".formatted(INDENT, line)));
        }
        return text.toString();
    }

    /// Breaks a long command into lines that a shell joins.
    static List<String> folded(String line, int width) {
        List<String> lines = new ArrayList<>();
        String rest = line;
        while (INDENT.length() + rest.length() > width) {
            int space = rest.lastIndexOf(' ', width - INDENT.length() - 2);
            if (space <= INDENT.length()) {
                break;
            }
            lines.add(rest.substring(0, space) + " \\");
            rest = INDENT + rest.substring(space + 1);
        }
        lines.add(rest);
        return lines;
    }
}
