package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Checksum;
import dev.weft.plan.Credentials;
import dev.weft.plan.ModeName;
import dev.weft.record.ItemRow;
import dev.weft.testing.Differences;
import dev.weft.testing.HttpRecorder;
import dev.weft.testing.RecordedRequest;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import dev.weft.testing.Trials;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// All modes send the same: recorded byte by byte for the same items.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FairnessTest {
    private static final int LARGER_THAN_HELD_IN_MEMORY = 1_500_000;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Path zip;
    private final Recording sent;
    private final Recording sentWithoutChecksum;

    FairnessTest(@TempDir Path folder) throws Exception {
        files.put("small.bin", SmallZip.noise(1_000));
        files.put("empty.bin", new byte[0]);
        files.put("streamed.bin", SmallZip.noise(LARGER_THAN_HELD_IN_MEMORY));
        files.put("a b+c%41ü€😀~!*'();:@&=$,?#[]\"<>|^`{}\\", SmallZip.noise(3));
        files.put("../up/./x/../y", SmallZip.noise(4));
        files.put("/root", SmallZip.noise(5));
        files.put("//two//and///three", SmallZip.noise(6));
        zip = SmallZip.write(folder.resolve("items.zip"), files);
        sent = Recording.of(zip, files.size(), Checksum.CRC32);
        sentWithoutChecksum = Recording.of(zip, files.size(), Checksum.NONE);
    }

    @Test
    void sendsTheSameRequestInEveryMode() {
        List<String> differences = new ArrayList<>();
        for (int item = 0; item < files.size(); item++) {
            differences.addAll(Differences.between(sent.item(item)));
            differences.addAll(Differences.between(sentWithoutChecksum.item(item)));
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void sendsTheItemsBytesAndTheirNumberUnchunked() {
        List<byte[]> bytes = List.copyOf(files.values());
        for (int item = 0; item < bytes.size(); item++) {
            String expected = HexFormat.of().formatHex(bytes.get(item));
            String length = Integer.toString(bytes.get(item).length);
            assertThat(sent.item(item))
                    .allSatisfy(
                            (mode, request) -> {
                                assertThat(request.body().equals(expected)).as("body").isTrue();
                                assertThat(request.header("content-length"))
                                        .containsExactly(length);
                                assertThat(request.header("transfer-encoding")).isEmpty();
                                assertThat(request.header("content-encoding")).isEmpty();
                            });
        }
    }

    @Test
    void signsNoPayload() {
        assertThat(sent.all())
                .allSatisfy(
                        request ->
                                assertThat(request.header("x-amz-content-sha256"))
                                        .containsExactly("UNSIGNED-PAYLOAD"));
    }

    @Test
    void expectsNoContinue() {
        assertThat(sent.all())
                .allSatisfy(request -> assertThat(request.header("expect")).isEmpty());
    }

    @Test
    void sendsTheChecksumThatTheContractNames() {
        List<byte[]> bytes = List.copyOf(files.values());
        for (int item = 0; item < bytes.size(); item++) {
            String crc32 = base64Crc32(bytes.get(item));
            assertThat(sent.item(item))
                    .allSatisfy(
                            (mode, request) ->
                                    assertThat(checksums(request))
                                            .isEqualTo(
                                                    Map.of(
                                                            "x-amz-checksum-crc32",
                                                            List.of(crc32))));
        }
    }

    @Test
    void sendsNoChecksumWhereTheContractNamesNone() {
        assertThat(sentWithoutChecksum.all())
                .allSatisfy(request -> assertThat(checksums(request)).isEmpty());
    }

    @Test
    void resultsNameTheClientThatCarriedTheRequests() {
        Map<String, String> names =
                Map.of("apache5", "md/http#Apache5 ", "netty", "md/http#NettyNio ");
        sent.byMode()
                .forEach(
                        (mode, requests) ->
                                assertThat(requests)
                                        .as(mode.label())
                                        .allSatisfy(
                                                request ->
                                                        assertThat(request.header("user-agent"))
                                                                .allMatch(
                                                                        agent ->
                                                                                agent.contains(
                                                                                        String
                                                                                                .valueOf(
                                                                                                        names
                                                                                                                .get(
                                                                                                                        Engines
                                                                                                                                .httpClient(
                                                                                                                                        mode)))))));
    }

    @Test
    void triesAgainAsOftenInEveryMode() throws Exception {
        Credentials keys = new Credentials.Static("AKIDEXAMPLE", "secret", Optional.empty());
        List<LocalTrial> trials = new ArrayList<>();
        List<ItemRow> rows = new CopyOnWriteArrayList<>();
        try (HttpRecorder broken = HttpRecorder.startBroken()) {
            for (ModeName mode : ModeName.values()) {
                LocalTrial trial =
                        Trials.local(Specs.trial(mode, 8, broken.target(keys)), rows::add);
                trials.add(trial);
                var _ = trial.run(Specs.cold(zip));
                assertThat(broken.take()).as(mode.label()).hasSize(3 * files.size());
            }
        } finally {
            trials.forEach(trial -> Thread.ofVirtual().start(trial::close));
        }
        assertThat(rows)
                .hasSize(ModeName.values().length * files.size())
                .allSatisfy(
                        row -> {
                            assertThat(row.attempts()).isEqualTo(3);
                            assertThat(row.failure()).contains("Http500");
                        });
    }

    private static Map<String, List<String>> checksums(RecordedRequest request) {
        Map<String, List<String>> checksums = request.headersInLowerCase();
        checksums
                .keySet()
                .removeIf(
                        name ->
                                !name.contains("checksum")
                                        && !name.equals("content-md5")
                                        && !name.equals("x-amz-trailer"));
        return checksums;
    }

    private static String base64Crc32(byte[] bytes) {
        CRC32 crc32 = new CRC32();
        crc32.update(bytes);
        return Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(Integer.BYTES).putInt((int) crc32.getValue()).array());
    }
}
