package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.record.ItemCounts;
import dev.weft.record.ItemRow;
import dev.weft.record.PassResult;
import dev.weft.store.ListedObject;
import dev.weft.store.S3Bucket;
import dev.weft.testing.Embedded;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import dev.weft.testing.Trials;
import dev.weft.verify.ArchiveManifest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An entry too large for memory shows only on its way that it is broken.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenStreamTest {
    private static final int LARGE = 1_500_000;

    private final Embedded server;
    private final Path zip;

    BrokenStreamTest(@TempDir Path folder) throws Exception {
        server = Embedded.start(folder);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("before", SmallZip.noise(10));
        files.put("broken", SmallZip.noise(LARGE));
        files.put("after", SmallZip.noise(LARGE + 1));
        zip = SmallZip.write(folder.resolve("broken.zip"), files);
        SmallZip.spoil(zip, SmallZip.noise(LARGE));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void isAFailedItemThatIsNotStored(ModeName mode) throws Exception {
        List<ItemRow> rows = new CopyOnWriteArrayList<>();
        int concurrency = mode == ModeName.SEQUENTIAL ? 1 : 2;
        LocalTrial trial = Trials.local(Specs.trial(mode, concurrency, server.target()), rows::add);
        PassResult result = trial.run(Specs.cold(zip));
        // Netty rests for two seconds before it ends; no test has to wait for that.
        Thread.ofVirtual().start(trial::close);
        assertThat(result.counts()).isEqualTo(new ItemCounts(2, 1, 0));
        assertThat(result.firstFailure().orElseThrow()).startsWith("CrcMismatch: ");
        assertThat(rows)
                .filteredOn(row -> row.name().equals("broken"))
                .extracting(ItemRow::attempts)
                .as("no mode gives up earlier")
                .containsExactly(3);
        try (S3Bucket bucket = new S3Bucket(server.target(), FairnessContract.standard(1))) {
            assertThat(bucket.list(Specs.cold(zip).prefix()))
                    .toIterable()
                    .extracting(ListedObject::key)
                    .noneMatch(key -> key.endsWith("broken"))
                    .hasSize(2);
            bucket.delete(ArchiveManifest.read(zip).keys(Specs.cold(zip).prefix()));
        }
    }
}
