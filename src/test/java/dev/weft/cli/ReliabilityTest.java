package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.FaultPlan;
import dev.weft.plan.ModeName;
import dev.weft.record.ItemCounts;
import dev.weft.record.ItemRow;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.record.ResultsFile;
import dev.weft.record.TimingRow;
import dev.weft.record.TimingsFile;
import dev.weft.session.ExitCode;
import dev.weft.testing.Embedded;
import dev.weft.testing.Golden;
import dev.weft.testing.ServerStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/// Every fault in every mode: what was injected, what weft reported, and what another client found
/// in the bucket. docs/reliability.md has the table.
class ReliabilityTest {
    private static final Path DOCUMENT = Path.of("docs/reliability.md");
    private static final int FILES = 60;

    /// A stall is over after three of these, a slow body before one.
    private static final String ATTEMPT = "2s";

    private static final List<Injected> PLANS =
            List.of(
                    Injected.alike("latency=0ms"),
                    Injected.alike("latency=lognormal(p50=2ms,p99=20ms)"),
                    Injected.alike("bandwidth=400KiB"),
                    Injected.alike("fault=error(share=20%)"),
                    Injected.alike("fault=error(share=20%,attempts=1)"),
                    new Injected(
                            "fault=slowdown(rate=20)",
                            Optional.of(
                                    "the rest | most | some SlowDown, or 0 | 0 | some | failed, or ok | as stored"),
                            seen ->
                                    seen.throttled() > 0
                                            && seen.codes().matches("(\\d+ SlowDown)?")
                                            && seen.whole() == seen.stored()),
                    Injected.alike("fault=denied(share=20%)"),
                    Injected.alike("fault=reset-before(share=10%)"),
                    Injected.alike("fault=reset-before(share=10%,attempts=1)"),
                    Injected.alike("fault=reset-after(share=10%)"),
                    Injected.alike("fault=stall(share=5%)"),
                    Injected.alike("fault=stall(share=5%,attempts=1)"),
                    Injected.alike("fault=slow-body(share=10%,rate=20KiB)"),
                    Injected.alike("fault=wrong-etag(share=10%)"),
                    new Injected(
                            "fault=denied(share=80%)",
                            Optional.of(
                                    "a few | 0 | 12 AccessDenied or more | the rest | 0 | failed: gave up | as stored"),
                            seen ->
                                    seen.status() == PassStatus.FAILED
                                            && seen.failed() >= 12
                                            && seen.codes().matches("\\d+ AccessDenied")
                                            && seen.notAttempted() > 0
                                            && seen.whole() == seen.stored()));

    /// What is injected.
    ///
    /// @param words in place of the counts, which differ where something follows the clock or ends
    ///   a pass early; empty where all modes see the same
    /// @param claim what holds in each mode
    private record Injected(String plan, Optional<String> words, Predicate<Seen> claim) {
        static Injected alike(String plan) {
            return new Injected(plan, Optional.empty(), _ -> true);
        }
    }

    /// What weft reported of a pass, and what is there.
    ///
    /// @param late stored after one or more retries
    /// @param whole objects that are what the archive holds, as another client sees the bucket
    private record Seen(
            PassStatus status,
            int stored,
            int late,
            int failed,
            int notAttempted,
            String codes,
            int throttled,
            boolean verified,
            int whole) {
        String cells() {
            return "%d | %d | %s | %d | %d | %s | %d"
                    .formatted(
                            stored,
                            late,
                            failed == 0 ? "0" : codes,
                            notAttempted,
                            throttled,
                            status.label() + (verified ? ", verified" : ""),
                            whole);
        }
    }

    @TempDir private Path folder;

    @Test
    void countsAddUpAndNameWhatIsInTheBucketInEveryModeUnderEveryFault() throws Exception {
        StringBuilder table =
                new StringBuilder(
                        "| injected | stored | of these after retries | failed | not attempted | answered 503 | weft says | whole in the bucket |\n|---|---|---|---|---|---|---|---|\n");
        for (Injected injected : PLANS) {
            Map<ModeName, Seen> seen = seen(injected);
            assertThat(seen).as(injected.plan).hasSize(ModeName.values().length);
            assertThat(seen.values()).as(injected.plan).allMatch(injected.claim);
            String cells = injected.words.orElseGet(() -> seen.values().iterator().next().cells());
            if (injected.words.isEmpty()) {
                assertThat(seen.values())
                        .as(injected.plan)
                        .extracting(Seen::cells)
                        .containsOnly(cells);
            }
            table.append("| `%s` | %s |\n".formatted(injected.plan, cells));
        }
        String document = Files.readString(DOCUMENT);
        int start = document.indexOf('\n', document.indexOf("<!-- faults")) + 1;
        int end = document.indexOf("<!-- end -->", start);
        new Golden(DOCUMENT).check(document.substring(0, start) + table + document.substring(end));
    }

    private Map<ModeName, Seen> seen(Injected injected) throws Exception {
        Path here =
                Files.createDirectory(folder.resolve(Integer.toString(PLANS.indexOf(injected))));
        try (Embedded server =
                        Embedded.start(
                                Files.createDirectory(here.resolve("server")),
                                FaultPlan.parse(injected.plan));
                S3Client other = ServerStore.client(server.target())) {
            Invocation run =
                    RunContract.weft(
                            here,
                            server.target(),
                            "run",
                            "--forks=0",
                            "--files=" + FILES,
                            "--file-size=4KiB",
                            "--concurrency=8",
                            "--repetitions=1",
                            "--cold",
                            "--no-calibrate",
                            "--keep-objects",
                            "--attempt-timeout=" + ATTEMPT,
                            "--max-failures=60%");
            Map<ModeName, Seen> seen = new TreeMap<>();
            boolean allWell = true;
            for (PassRow row :
                    new ResultsFile(here.resolve("benchmark/results.csv")).read().rows()) {
                Seen one = seen(row, here, other, server.target().bucket());
                seen.put(row.setting().mode(), one);
                allWell &= one.status() == PassStatus.OK;
            }
            assertThat(run.exitCode())
                    .as(run.err())
                    .isEqualTo(allWell ? ExitCode.OK : ExitCode.FAILED);
            return seen;
        }
    }

    /// Compares a row with the timings and with the bucket.
    private static Seen seen(PassRow row, Path here, S3Client other, String bucket)
            throws Exception {
        String prefix =
                "weft/%s/%s/%d/"
                        .formatted(row.place().runId(), row.place().trialId(), row.place().pass());
        Map<String, byte[]> sent = sent(here);
        Map<String, byte[]> there = there(other, bucket, prefix);
        List<ItemRow> items = items(here, row);
        ItemCounts counts = row.measures().orElseThrow().counts();
        Set<String> whole =
                sent.keySet().stream()
                        .filter(name -> Arrays.equals(sent.get(name), there.get(name)))
                        .collect(Collectors.toSet());
        List<ItemRow> stored = items.stream().filter(item -> item.failure().isEmpty()).toList();

        assertThat(counts.total()).as(row.toString()).isEqualTo(FILES);
        assertThat(stored).hasSize(counts.stored());
        assertThat(items).hasSize(counts.stored() + counts.failed());
        assertThat(there.keySet()).as("nothing half, nothing foreign").isEqualTo(whole);
        assertThat(whole).as("what weft calls stored").containsAll(names(stored));
        assertThat(row.ending().verified()).isEqualTo(whole.size() == FILES);
        assertThat(row.ending().status() == PassStatus.OK)
                .isEqualTo(counts.stored() == FILES && row.ending().verified());
        return new Seen(
                row.ending().status(),
                counts.stored(),
                (int) stored.stream().filter(item -> item.attempts() > 1).count(),
                counts.failed(),
                counts.notAttempted(),
                codes(items),
                row.measures().orElseThrow().failureCounts().throttled().orElseThrow(),
                row.ending().verified(),
                whole.size());
    }

    private static String codes(List<ItemRow> items) {
        Map<String, Long> codes =
                items.stream()
                        .flatMap(item -> item.failure().stream())
                        .collect(
                                Collectors.groupingBy(
                                        code -> code, TreeMap::new, Collectors.counting()));
        return codes.entrySet().stream()
                .map(code -> "%d %s".formatted(code.getValue(), code.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static List<String> names(List<ItemRow> items) {
        return items.stream().map(item -> name(item.index(), item.name())).toList();
    }

    private static String name(int index, String name) {
        return "%08d-%s".formatted(index, name);
    }

    private static List<ItemRow> items(Path here, PassRow row) throws Exception {
        Path timings =
                here.resolve("benchmark/runs").resolve(row.place().runId()).resolve("timings.csv");
        return TimingsFile.read(timings).rows().stream()
                .map(TimingRow::item)
                .filter(item -> item.trialId().equals(row.place().trialId()))
                .toList();
    }

    /// What the archive holds, as the JDK reads it.
    private static Map<String, byte[]> sent(Path here) throws IOException {
        Map<String, byte[]> sent = new HashMap<>();
        try (Stream<Path> zips = Files.list(here.resolve("build/zips"))) {
            try (ZipFile zip = new ZipFile(zips.findFirst().orElseThrow().toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    sent.put(
                            name(sent.size(), entry.getName()),
                            zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return sent;
    }

    private static Map<String, byte[]> there(S3Client other, String bucket, String prefix) {
        Map<String, byte[]> there = new HashMap<>();
        other.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
                .contents()
                .forEach(
                        object ->
                                there.put(
                                        object.key().substring(prefix.length()),
                                        other.getObjectAsBytes(
                                                        get -> get.bucket(bucket).key(object.key()))
                                                .asByteArray()));
        return there;
    }
}
