package dev.weft.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A documented command on less of everything, as a line for a shell.
record ScaledDown(DocumentedCommand command) {
    private static final String SMALL = "1KiB";

    /// With this value of an option, whether it had another one or none.
    String with(String option, String value) {
        List<String> options = new ArrayList<>(command.quoted());
        set(options, option, value);
        return line(options);
    }

    /// `create-zip`, of few small files.
    String zip() {
        List<String> options = new ArrayList<>(command.quoted());
        set(options, "--files", "3");
        set(options, "--file-size", SMALL);
        return line(options);
    }

    /// `run`, in one JVM where its options allow that.
    String run() {
        List<String> options = new ArrayList<>(command.quoted());
        boolean ownJvms =
                options.contains("--diagnose")
                        || options.stream().anyMatch(each -> each.startsWith("--java-options"));
        if (!ownJvms) {
            set(options, "--forks", "0");
        }
        setModeWhereNoneIs(options);
        return line(toTheServerThatIsThere(elsewhere(less(options, List.of(), ownJvms))));
    }

    /// `make run-all`, likewise.
    static String runAll(DocumentedCommand command) {
        List<String> given =
                command.arguments().stream()
                        .filter(word -> word.startsWith("ARGS="))
                        .flatMap(word -> Stream.of(word.substring(5).split("\\s+")))
                        .toList();
        List<String> options = new ArrayList<>(given);
        set(options, "--forks", "0");
        List<String> arguments =
                less(options, List.of(), false).stream()
                        .filter(option -> !option.matches("--file(s|-size)=.*"))
                        .toList();
        return Stream.concat(
                        command.words().stream()
                                .filter(word -> !word.startsWith("ARGS="))
                                .map(
                                        word ->
                                                word.replaceFirst(
                                                        "^FILES_IN_ZIP=.*", "FILES_IN_ZIP=3"))
                                .filter(word -> !word.matches("(SIZES|FILE_SIZE)=.*")),
                        Stream.of(
                                "SIZES=3",
                                "FILE_SIZE=" + SMALL,
                                "ARGS=\"%s\"".formatted(String.join(" ", arguments))))
                .collect(Collectors.joining(" "));
    }

    /// `compare`, of two results as it stands, otherwise each side with few small files.
    String compare() {
        List<String> options = command.quoted();
        List<String> sides = command.values("--option").toList();
        if (sides.isEmpty() && !options.contains("--build")) {
            return line(options);
        }
        int dashes = options.indexOf("--");
        List<String> line =
                new ArrayList<>(options.subList(0, dashes < 0 ? options.size() : dashes));
        line.add("--");
        line.addAll(
                toTheServerThatIsThere(
                        less(
                                dashes < 0
                                        ? List.of()
                                        : options.subList(dashes + 1, options.size()),
                                sides,
                                true)));
        return line(line);
    }

    /// With a bucket of the embedded server in place of another one.
    String elsewhere() {
        return line(elsewhere(command.quoted()));
    }

    /// With a run that is there, and settings that it has, in place of others.
    String ofARun() {
        List<String> options = new ArrayList<>(command.quoted());
        options.removeIf(word -> word.matches("--(files|concurrency)=.*"));
        options.replaceAll(word -> word.replaceFirst("^--run=.*", "--run=" + DocumentedRuns.RUN));
        return line(options);
    }

    private static List<String> elsewhere(List<String> options) {
        return options.stream()
                .filter(word -> !word.startsWith("--endpoint="))
                .map(word -> word.replaceFirst("^--bucket=.*", "--bucket=" + DocumentedRuns.BUCKET))
                .toList();
    }

    /// Options of `run` for few small files, few at once, and one pass.
    ///
    /// @param sides what each side of a comparison has for itself
    private static List<String> less(List<String> given, List<String> sides, boolean oneMode) {
        List<String> options = new ArrayList<>(given);
        boolean each = options.stream().anyMatch(word -> word.matches("--files=\\d+xC"));
        if (options.stream().noneMatch(word -> word.startsWith("--zip="))) {
            set(options, "--files", each ? "2xC" : "4");
            set(options, "--file-size", SMALL);
        }
        if (options.stream().anyMatch(word -> word.matches("--concurrency=.*,.*"))) {
            set(options, "--concurrency", "1,2");
        }
        set(options, "--repetitions", "1");
        if (!options.contains("--cold")) {
            set(options, "--passes", "1");
            set(options, "--warmup", "0");
        }
        if (oneMode) {
            options.removeIf(word -> word.matches("--mode=.*,.*"));
            setModeWhereNoneIs(options);
        }
        options.add("--no-calibrate");
        options.removeIf(option -> sides.stream().anyMatch(side -> side.contains(name(option))));
        return options;
    }

    /// Confirms uploads to a bucket, and removes options of the embedded server.
    private static List<String> toTheServerThatIsThere(List<String> options) {
        if (options.stream().anyMatch(ScaledDown::isOfAServer)) {
            return options;
        }
        List<String> there = new ArrayList<>(options);
        there.add("--yes");
        return there;
    }

    private static boolean isOfAServer(String option) {
        return List.of("--latency", "--bandwidth", "--fault").stream().anyMatch(option::contains);
    }

    private static void setModeWhereNoneIs(List<String> options) {
        if (options.stream().noneMatch(word -> word.matches("--(mode|present)=.*"))) {
            set(options, "--mode", "async");
        }
    }

    private static void set(List<String> options, String name, String value) {
        options.removeIf(word -> word.startsWith(name + "="));
        options.add(name + "=" + value);
    }

    private static String name(String option) {
        return option.replaceFirst("=.*", "=");
    }

    private String line(List<String> options) {
        return "%s %s %s"
                .formatted(command.program(), String.join(" ", options), command.redirection())
                .strip();
    }
}
