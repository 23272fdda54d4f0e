package dev.weft.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Every command that a document or an example of a workflow shows.
final class DocumentedCommands {
    private static final Path DOCS = Path.of("docs");

    /// What the beginning of a command is known by.
    private static final String PROGRAM = "(?:(?:[\\w.]+/)*(?:scripts|bin)/weft|weft|make)";

    /// A line to be typed, with the prompt and the environment that may stand before it.
    private static final Pattern LINE =
            Pattern.compile("\\s*(?:\\$ )?(?:[A-Z_]+=\\S+ )*(" + PROGRAM + " .*)");

    private static final Pattern WITHIN = Pattern.compile(".*\\$\\((" + PROGRAM + " [^)]*)\\).*");
    private static final Pattern CONTINUED = Pattern.compile("\\\\\\n\\s*");
    private static final Pattern BLOCK =
            Pattern.compile("^( *)```.*?\\n(.*?)^\\1```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern MENTION = Pattern.compile("`(" + PROGRAM + "\\s[^`]+)`");

    private DocumentedCommands() {}

    /// All of them. A new document is seen by itself.
    static List<DocumentedCommand> all() throws IOException {
        List<DocumentedCommand> commands = new ArrayList<>();
        for (Path document : documents()) {
            commands.addAll(ofDocument(document.toString(), Files.readString(document)));
        }
        for (Path workflow : workflows()) {
            commands.addAll(ofWorkflow(workflow.toString(), Files.readString(workflow)));
        }
        return commands;
    }

    /// Those of a text in Markdown: lines of fenced blocks, and what stands in a sentence as code.
    static List<DocumentedCommand> ofDocument(String place, String text) {
        List<DocumentedCommand> commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            commands.addAll(shown(place, block.group(2)));
        }
        Matcher mention = MENTION.matcher(BLOCK.matcher(text).replaceAll(""));
        while (mention.find()) {
            // A vertical line is escaped in tables.
            String line = mention.group(1).replaceAll("\\s+", " ").replace("\\|", "|");
            commands.add(new DocumentedCommand(place, line, false));
        }
        return commands;
    }

    /// Those of the steps of a workflow.
    static List<DocumentedCommand> ofWorkflow(String place, String text) {
        return under("run", yaml(text)).flatMap(step -> shown(place, step).stream()).toList();
    }

    /// The document, by a parser that makes nothing but lists and maps of it.
    static Object yaml(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    /// The texts that stand under a name, at any depth.
    static Stream<String> under(String name, Object yaml) {
        return switch (yaml) {
            case List<?> list -> list.stream().flatMap(each -> under(name, each));
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .flatMap(
                                    entry ->
                                            name.equals(entry.getKey())
                                                            && entry.getValue()
                                                                    instanceof String text
                                                    ? Stream.of(text)
                                                    : under(name, entry.getValue()));
            case null, default -> Stream.empty();
        };
    }

    /// The examples of workflows.
    static List<Path> workflows() throws IOException {
        return files(DOCS, "\\.ya?ml");
    }

    /// README.md and other documents. Excludes the change log, which names old commands.
    private static List<Path> documents() throws IOException {
        try (Stream<Path> root = Files.list(Path.of(""))) {
            return Stream.concat(
                            root.filter(file -> file.toString().endsWith(".md"))
                                    .filter(file -> !file.endsWith("CHANGELOG.md"))
                                    .sorted(),
                            files(DOCS, "\\.md").stream())
                    .toList();
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*" + ending)).sorted().toList();
        }
    }

    private static List<DocumentedCommand> shown(String place, String block) {
        return CONTINUED
                .matcher(block)
                .replaceAll("")
                .lines()
                .flatMap(line -> Stream.of(LINE, WITHIN).map(form -> form.matcher(line)))
                .filter(Matcher::matches)
                .map(match -> String.join(" ", DocumentedCommand.words(match.group(1))))
                .map(line -> new DocumentedCommand(place, line, true))
                .toList();
    }
}
