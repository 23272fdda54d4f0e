package dev.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.weft.testing.Zips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reports on real runs, made by the command line as it is installed, once for all tests of a JVM.
/// They stay in `target/report-pages`.
enum ReportPage {
    /// All modes with two sizes.
    MODES,
    /// Two modes at several concurrencies, one JVM each.
    SWEEP,
    /// A zip that means harm, some of whose uploads are stored after retries, and one whose passes
    /// fail.
    FAULTS,
    /// A run of one mode of which nothing ended well.
    LOST,
    /// The results of [#MODES] alone: neither timings nor run.json.
    BARE;

    /// Names of files that would run a script, make an element or fill in a template, were they
    /// anything but text.
    static final List<String> HOSTILE =
            List.of(
                    "</script><script>document.title='HARM'</script>.txt",
                    "</script><img src=x onerror=document.title='HARM'>.txt",
                    "<svg onload=document.title='HARM'>.txt",
                    "<b>bold</b>.txt",
                    "a&lt;b&amp;c.txt",
                    "{{script}}${document.title='HARM'}.txt",
                    "\"'`-->.txt",
                    "\u4f60\u597d-\u202e-\ud83d\ude00.txt");

    private static final String HARM = "<img src=x onerror=document.title='HARM'>.zip";
    private static final int FINE_FILES = 30;

    private static final Map<ReportPage, Made> MADE = new EnumMap<>(ReportPage.class);

    private List<String> options() {
        return switch (this) {
            case MODES ->
                    List.of(
                            "--files=40,80",
                            "--file-size=4KiB",
                            "--concurrency=16",
                            "--repetitions=2",
                            "--passes=2",
                            "--warmup=100",
                            "--latency=5ms");
            case SWEEP ->
                    List.of(
                            "--mode=threads,virtual",
                            "--concurrency=1,4,8,16",
                            "--files=10xC",
                            "--file-size=1KiB",
                            "--repetitions=1",
                            "--passes=1",
                            "--warmup=50",
                            "--latency=5ms");
            case FAULTS ->
                    List.of(
                            "--zip=" + HARM + ",fine.zip",
                            "--concurrency=8",
                            "--repetitions=2",
                            "--passes=2",
                            "--warmup=50",
                            "--latency=5ms",
                            "--fault=error(share=15%,attempts=1)",
                            "--fault=denied(share=10%)",
                            "--fault-seed=3");
            case LOST ->
                    List.of(
                            "--mode=async",
                            "--files=20",
                            "--file-size=1KiB",
                            "--repetitions=1",
                            "--passes=1",
                            "--warmup=0",
                            "--no-calibrate",
                            "--fault=denied(share=100%)");
            case BARE -> List.of();
        };
    }

    /// Whether passes fail.
    private boolean isInPart() {
        return this == FAULTS || this == LOST;
    }

    /// A page, and the folder that weft ran in.
    record Made(Path folder, Path page) {
        /// The data in the page.
        JsonNode data() throws IOException {
            String text = Files.readString(page);
            String before = "id=\"data\">";
            int from = text.indexOf(before) + before.length();
            return JsonMapper.shared()
                    .readTree(text.substring(from, text.indexOf("</script>", from)));
        }

        Path results() {
            return folder.resolve("benchmark/results.csv");
        }

        /// A file of the folder of the run, whether it is there or not.
        Path ofTheRun(String name) throws IOException {
            return folder.resolve("benchmark/runs")
                    .resolve(data().get("runId").asString())
                    .resolve(name);
        }
    }

    /// The page. The first who asks waits until weft has run.
    Made made() {
        Made made = MADE.get(this);
        if (made == null) {
            made = make();
            MADE.put(this, made);
        }
        return made;
    }

    /// What it is called in the names of files.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Made make() {
        try {
            Path folder = emptied(Path.of("target/report-pages", label()).toAbsolutePath());
            if (this == BARE) {
                Files.createDirectory(folder.resolve("benchmark"));
                Files.copy(MODES.made().results(), folder.resolve("benchmark/results.csv"));
            } else {
                zip(folder, HARM, HOSTILE.stream());
                zip(
                        folder,
                        "fine.zip",
                        IntStream.range(0, FINE_FILES).mapToObj("file-%02d.txt"::formatted));
                run(folder);
            }
            StartedWeft.start(folder, List.of(), "report").assertWell();
            return new Made(folder, folder.resolve("benchmark/report.html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void zip(Path folder, String name, Stream<String> files) throws IOException {
        Files.write(folder.resolve(name), Zips.deflated(files.toArray(String[]::new)).bytes());
    }

    private void run(Path folder) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("run", "--quiet"));
        words.addAll(options());
        StartedWeft run = StartedWeft.start(folder, List.of(), words.toArray(String[]::new));
        assertThat(run.process().waitFor()).as(run.complaints()).isEqualTo(isInPart() ? 1 : 0);
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
        return Files.createDirectories(folder);
    }
}
