package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.archive.Item;
import dev.weft.archive.UnzipResult;
import dev.weft.mode.Sequential;
import dev.weft.plan.FairnessContract;
import dev.weft.record.ItemCounts;
import dev.weft.run.MadeUpPass;
import dev.weft.testing.Embedded;
import dev.weft.testing.MadeUpItems;
import dev.weft.testing.ServerStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3BucketTest {
    private static final byte[] WOVEN = "woven".getBytes(StandardCharsets.UTF_8);
    private static final List<String> ODD_NAMES =
            List.of(
                    "plain",
                    "a b+c%41%2F",
                    "ü€",
                    "￿",
                    "😀",
                    "../up/./x/../y",
                    "/root",
                    "//two//and///three",
                    "tab\tand\u0001control",
                    "<xml>&amp;\"'");

    private final Embedded server;
    private final S3Bucket bucket;
    private final S3Client other;
    private final String name;

    S3BucketTest(@TempDir Path folder) throws Exception {
        server = Embedded.start(folder);
        name = server.target().bucket();
        bucket = new S3Bucket(server.target(), FairnessContract.standard(1));
        other = ServerStore.client(server.target());
    }

    @AfterAll
    void stop() {
        bucket.close();
        other.close();
        server.close();
    }

    @Test
    void isThere() throws Exception {
        bucket.check();
    }

    @Test
    void listsWhatIsBelowThePrefixInTheOrderOfBytes() {
        List<String> keys = ODD_NAMES.stream().map(odd -> "list/" + odd).toList();
        keys.forEach(this::put);
        put("listed");
        List<ListedObject> listed = new ArrayList<>();
        bucket.list("list/").forEachRemaining(listed::add);
        assertThat(listed)
                .extracting(ListedObject::key)
                .containsExactlyElementsOf(
                        keys.stream()
                                .sorted(
                                        Comparator.comparing(
                                                S3BucketTest::utf8, Arrays::compareUnsigned))
                                .toList());
        assertThat(listed)
                .allSatisfy(
                        object -> {
                            assertThat(object.size()).hasValue(WOVEN.length);
                            assertThat(object.entityTag()).isEqualTo(md5());
                        });
    }

    @Test
    void listsNothingWhereNothingIs() {
        assertThat(bucket.list("nothing/")).isExhausted();
    }

    @Test
    void deletesTheseKeysAndNoOthers() throws Exception {
        List<String> keys = ODD_NAMES.stream().map(odd -> "delete/" + odd).toList();
        keys.forEach(this::put);
        put("delete/neighbour");
        bucket.delete(keys);
        assertThat(bucket.list("delete/"))
                .toIterable()
                .extracting(ListedObject::key)
                .containsExactly("delete/neighbour");
    }

    @Test
    void deletesMoreKeysThanOneRequestTakesAndMissesNone() throws Exception {
        List<String> keys = IntStream.range(0, 2_001).mapToObj("many/%d"::formatted).toList();
        List.of(0, 999, 1_000, 1_999, 2_000).forEach(index -> put(keys.get(index)));
        bucket.delete(keys);
        assertThat(bucket.list("many/")).isExhausted();
    }

    @Test
    void deletingNothingIsNoRequest() throws Exception {
        bucket.delete(List.of());
    }

    @Test
    void tellsTheChecksumThatCameWithAnUpload() throws Exception {
        Item item = MadeUpItems.item(0, "a", WOVEN);
        MadeUpPass pass = MadeUpPass.over(List.of(new UnzipResult.Ready(item)), 1);
        try (ServerStore store = new ServerStore(server.target(), 1)) {
            store.below("crc/").drive(new Sequential(), pass.pass());
        }
        assertThat(pass.counts()).isEqualTo(new ItemCounts(1, 0, 0));
        assertThat(bucket.crc32("crc/00000000-a")).contains(item.crc32());
    }

    @Test
    void hasNoChecksumOfAnUploadThatBroughtNone() throws Exception {
        put("plain");
        assertThat(bucket.crc32("plain")).isEmpty();
    }

    @Test
    void hasNoChecksumOfWhatIsNotThere() throws Exception {
        assertThat(bucket.crc32("nothing/here")).isEmpty();
    }

    private void put(String key) {
        other.putObject(put -> put.bucket(name).key(key), RequestBody.fromBytes(WOVEN));
    }

    private static byte[] utf8(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static String md5() throws Exception {
        return MadeUpItems.item(0, "a", WOVEN).md5();
    }
}
