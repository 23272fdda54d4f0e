package dev.weft.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.plan.VerifyLevel;
import dev.weft.store.ObjectKey;
import dev.weft.store.StoreException;
import dev.weft.testing.FakeBucket;
import dev.weft.testing.SmallZip;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    private static final String PREFIX = "weft/run/trial/2/";

    @TempDir private Path folder;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final FakeBucket bucket = new FakeBucket();

    @BeforeEach
    void storeEverything() {
        List.of("z last", "a", "../up", "ü", "￿ before", "😀 behind")
                .forEach(name -> files.put(name, SmallZip.noise(20 + files.size())));
        int index = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            bucket.put(ObjectKey.of(PREFIX, index++, file.getKey()), file.getValue());
        }
    }

    @Test
    void isCompleteWhereTheBucketHoldsTheArchive() throws Exception {
        assertThat(verify())
                .isEqualTo(new Verification(files.size(), List.of(), List.of(), List.of()));
        assertThat(verify().complete()).isTrue();
        assertThat(verify().complaint()).isEmpty();
    }

    @Test
    void findsAWrongByte() throws Exception {
        byte[] wrong = bytes(1);
        wrong[7] ^= 1;
        bucket.put(key(1), wrong);
        assertThat(verify().wrong()).containsExactly(key(1));
        assertThat(verify().complete()).isFalse();
        assertThat(verify().complaint())
                .contains("in the bucket: 1 not what was sent, first " + key(1));
    }

    @Test
    void findsAnotherSizeEvenUnderTheRightEntityTag() throws Exception {
        bucket.put(key(1), new byte[3]);
        assertThat(verify().wrong()).containsExactly(key(1));
    }

    @Test
    void findsWhatIsMissing() throws Exception {
        bucket.lose(key(0));
        bucket.lose(key(4));
        assertThat(verify().missing()).containsExactly(key(0), key(4));
        assertThat(verify().matching()).isEqualTo(files.size() - 2);
        assertThat(verify().complaint()).contains("in the bucket: 2 missing, first " + key(0));
    }

    @Test
    void anObjectOfAnotherPassIsNoSubstitute() throws Exception {
        bucket.lose(key(2));
        bucket.put("weft/run/trial/1/00000002-../up", bytes(2));
        assertThat(verify().missing()).containsExactly(key(2));
        assertThat(verify().unexpected()).isEmpty();
    }

    @Test
    void findsWhatThePassDidNotWrite() throws Exception {
        bucket.put(PREFIX + "00000001-other", bytes(1));
        bucket.put(PREFIX, new byte[0]);
        bucket.put(PREFIX + "~", new byte[0]);
        assertThat(verify().unexpected())
                .containsExactly(PREFIX, PREFIX + "00000001-other", PREFIX + "~");
        assertThat(verify().matching()).isEqualTo(files.size());
        assertThat(verify().complete()).isFalse();
    }

    @Test
    void tellsOfAllThatIsAmissAtOnce() throws Exception {
        bucket.lose(key(0));
        bucket.put(key(1), new byte[3]);
        bucket.put(PREFIX + "x", new byte[0]);
        assertThat(verify().complaint())
                .contains(
                        "in the bucket: 1 missing, first %s; 1 not what was sent, first %s; 1 unexpected, first %sx"
                                .formatted(key(0), key(1), PREFIX));
    }

    @Test
    void takesTheChecksumWhereTheServerEncrypts() throws Exception {
        for (int index = 0; index < files.size(); index++) {
            bucket.putEncrypted(key(index), bytes(index));
            bucket.keepChecksum(key(index), bytes(index));
        }
        assertThat(verify().complete()).isTrue();
        bucket.keepChecksum(key(3), new byte[] {1});
        assertThat(verify().wrong()).containsExactly(key(3));
    }

    @Test
    void trustsNoEncryptedObjectWithoutAChecksum() throws Exception {
        bucket.putEncrypted(key(3), bytes(3));
        assertThat(verify().wrong()).containsExactly(key(3));
    }

    @Test
    void anObjectOfUnknownSizeIsNotWhatWasSent() throws Exception {
        bucket.putUntold(key(3), bytes(3));
        bucket.keepChecksum(key(3), bytes(3));
        assertThat(verify().wrong()).containsExactly(key(3));
    }

    @Test
    void readsListingsInAnyOrder() throws Exception {
        bucket.reorder(objects -> Collections.shuffle(objects, new Random(1)));
        assertThat(verify().complete()).isTrue();
        bucket.lose(key(2));
        assertThat(verify().missing()).containsExactly(key(2));
    }

    @Test
    void nothingMayBeStoredForABrokenEntry() throws Exception {
        Path zip = zip();
        SmallZip.spoil(zip, bytes(5));
        ArchiveManifest manifest = ArchiveManifest.read(zip);
        assertThat(manifest.entries().get(5).md5()).isEmpty();
        assertThat(verify(manifest).wrong()).containsExactly(key(5));
        bucket.lose(key(5));
        assertThat(verify(manifest).missing()).containsExactly(key(5));
    }

    @Test
    void isNoneWhereItWasAbandoned() throws Exception {
        AtomicInteger listed = new AtomicInteger();
        bucket.whenListed(_ -> listed.incrementAndGet());
        Optional<Verification> abandoned =
                Verifier.verify(
                        bucket, manifest(), PREFIX, VerifyLevel.CHECKSUM, () -> listed.get() >= 3);
        assertThat(abandoned).isEmpty();
        assertThat(listed).hasValueLessThan(files.size());
    }

    @Test
    void saysWhatTheServerSaysWhereItCannotBeRead() {
        bucket.refuseListing("bucket b refuses the credentials; check them");
        assertThatThrownBy(this::verify)
                .isInstanceOf(StoreException.class)
                .hasMessage("bucket b refuses the credentials; check them");
    }

    private Verification verify() throws Exception {
        return verify(manifest());
    }

    private Verification verify(ArchiveManifest manifest) throws StoreException {
        return Verifier.verify(bucket, manifest, PREFIX, VerifyLevel.CHECKSUM, () -> false)
                .orElseThrow();
    }

    private ArchiveManifest manifest() throws Exception {
        return ArchiveManifest.read(zip());
    }

    private Path zip() throws Exception {
        return SmallZip.write(folder.resolve("files.zip"), files);
    }

    private String key(int index) {
        return ObjectKey.of(PREFIX, index, List.copyOf(files.keySet()).get(index));
    }

    private byte[] bytes(int index) {
        return List.copyOf(files.values()).get(index).clone();
    }
}
