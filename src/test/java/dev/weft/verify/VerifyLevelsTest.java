package dev.weft.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.plan.EntityTag;
import dev.weft.plan.VerifyLevel;
import dev.weft.store.ObjectKey;
import dev.weft.store.StoreException;
import dev.weft.testing.FakeBucket;
import dev.weft.testing.SmallZip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What each level asks of a bucket, and what it sees.
class VerifyLevelsTest {
    private static final String PREFIX = "weft/run/trial/2/";
    private static final int FILES = 40;

    @TempDir private Path folder;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final FakeBucket bucket = new FakeBucket();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void storeEverything() {
        for (int index = 0; index < FILES; index++) {
            files.put("f" + index, SmallZip.noise(20 + index));
            bucket.put(key(index), bytes(index));
        }
        bucket.tell(requests::add);
    }

    @Test
    void aListingIsAllThatListAndChecksumNeed() throws Exception {
        assertThat(verify(VerifyLevel.LIST).complete()).isTrue();
        assertThat(verify(VerifyLevel.CHECKSUM).complete()).isTrue();
        assertThat(requests).containsExactly("list " + PREFIX, "list " + PREFIX);
    }

    @Test
    void contentGetsEveryObjectOnce() throws Exception {
        assertThat(verify(VerifyLevel.CONTENT).complete()).isTrue();
        assertThat(requests).hasSize(1 + FILES).doesNotHaveDuplicates();
        assertThat(requests.subList(1, requests.size()))
                .allSatisfy(request -> assertThat(request).startsWith("get " + PREFIX));
    }

    @Test
    void checksumAsksOnlyForObjectsWhoseTagIsNoMd5() throws Exception {
        bucket.putEncrypted(key(7), bytes(7));
        bucket.keepChecksum(key(7), bytes(7));
        assertThat(verify(VerifyLevel.CHECKSUM).complete()).isTrue();
        assertThat(requests).containsExactly("list " + PREFIX, "head " + key(7));
    }

    @Test
    void aListingIsEnoughWhereTagsHoldTheCrc32() throws Exception {
        for (int index = 0; index < FILES; index++) {
            bucket.putTagged(key(index), bytes(index), EntityTag.ofCrc32(crc32(bytes(index))));
        }
        assertThat(verify(VerifyLevel.CHECKSUM).complete()).isTrue();
        assertThat(requests).containsExactly("list " + PREFIX);
    }

    @Test
    void aTagWithAnotherCrc32IsNoMatch() throws Exception {
        byte[] changed = bytes(9);
        changed[3] ^= 1;
        bucket.putTagged(key(9), changed, EntityTag.ofCrc32(crc32(changed)));
        assertThat(verify(VerifyLevel.CHECKSUM).wrong()).containsExactly(key(9));
    }

    @Test
    void aTagOfAMultipartUploadIsNeverTakenForACrc32() throws Exception {
        String digits = EntityTag.ofCrc32(crc32(bytes(7))).substring("crc32-".length());
        for (String tag : List.of(digits + "0".repeat(24) + "-1", digits + "-1", digits)) {
            bucket.putTagged(key(7), bytes(7), tag);
            assertThat(verify(VerifyLevel.CHECKSUM).wrong()).containsExactly(key(7));
        }
        assertThat(requests).contains("head " + key(7));
    }

    @Test
    void contentNeedsNeitherTagNorChecksumNorSize() throws Exception {
        for (int index = 0; index < FILES; index++) {
            bucket.putUntold(key(index), bytes(index));
        }
        assertThat(verify(VerifyLevel.CONTENT).complete()).isTrue();
        assertThat(verify(VerifyLevel.CHECKSUM).wrong()).hasSize(FILES);
        assertThat(verify(VerifyLevel.LIST).wrong()).hasSize(FILES);
    }

    @Test
    void contentBelievesNoTag() throws Exception {
        byte[] changed = bytes(9);
        changed[3] ^= 1;
        bucket.putUntold(key(9), changed);
        assertThat(verify(VerifyLevel.CONTENT).wrong()).containsExactly(key(9));
    }

    @Test
    void tellsOfDoubtsInTheOrderOfTheListing() throws Exception {
        List.of(31, 4, 18).forEach(index -> bucket.putEncrypted(key(index), bytes(index)));
        assertThat(verify(VerifyLevel.CHECKSUM).wrong()).containsExactly(key(4), key(18), key(31));
    }

    @Test
    void asksAboutSeveralObjectsAtOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(Verifier.CONNECTIONS);
        AtomicInteger gets = new AtomicInteger();
        bucket.tell(
                request -> {
                    if (request.startsWith("get ")
                            && gets.incrementAndGet() <= Verifier.CONNECTIONS) {
                        await(together);
                    }
                });
        assertThat(verify(VerifyLevel.CONTENT).complete()).isTrue();
        assertThat(gets).hasValue(FILES);
    }

    @Test
    void asksNobodyAnyMoreAfterARefusal() {
        bucket.refuseReading("bucket b refuses the credentials");
        assertThatThrownBy(() -> verify(VerifyLevel.CONTENT))
                .isInstanceOf(StoreException.class)
                .hasMessage("bucket b refuses the credentials");
        assertThat(requests).hasSizeBetween(2, 1 + Verifier.CONNECTIONS);
    }

    @Test
    void isNoneWhereItWasAbandonedAmongTheDoubts() throws Exception {
        Optional<Verification> abandoned =
                Verifier.verify(
                        bucket, manifest(), PREFIX, VerifyLevel.CONTENT, () -> requests.size() > 1);
        assertThat(abandoned).isEmpty();
        assertThat(requests).hasSizeBetween(2, 1 + Verifier.CONNECTIONS);
    }

    @Test
    void nothingIsNoWayToVerify() {
        assertThatThrownBy(() -> verify(VerifyLevel.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("nobody else asked meanwhile", e);
        }
    }

    private Verification verify(VerifyLevel level) throws Exception {
        return Verifier.verify(bucket, manifest(), PREFIX, level, () -> false).orElseThrow();
    }

    private ArchiveManifest manifest() throws Exception {
        return ArchiveManifest.read(SmallZip.write(folder.resolve("files.zip"), files));
    }

    private String key(int index) {
        return ObjectKey.of(PREFIX, index, "f" + index);
    }

    private static long crc32(byte[] bytes) {
        CRC32 crc32 = new CRC32();
        crc32.update(bytes);
        return crc32.getValue();
    }

    private byte[] bytes(int index) {
        return SmallZip.noise(20 + index);
    }
}
