package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Credentials;
import dev.weft.plan.ModeName;
import dev.weft.record.FailureCounts;
import dev.weft.record.ItemCounts;
import dev.weft.record.PassResult;
import dev.weft.testing.HttpRecorder;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import dev.weft.testing.Trials;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A server that answers every upload with 503 SlowDown.
@Timeout(120)
class ThrottlingTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(ModeName.class)
    void everyAttemptThatIsToldToSlowDownCounts(ModeName mode) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a", SmallZip.noise(10));
        files.put("b", SmallZip.noise(10));
        Path zip = SmallZip.write(folder.resolve("two.zip"), files);
        Credentials keys = new Credentials.Static("AKIDEXAMPLE", "secret", Optional.empty());
        try (HttpRecorder server = HttpRecorder.startThrottling()) {
            LocalTrial trial = Trials.local(Specs.trial(mode, 2, server.target(keys)));
            PassResult result = trial.run(Specs.cold(zip));
            assertThat(result.counts()).isEqualTo(new ItemCounts(0, 2, 0));
            assertThat(result.measures().retries()).isEqualTo(4);
            assertThat(result.measures().failureCounts())
                    .isEqualTo(FailureCounts.of(6, Map.of("SlowDown", 2)));
            // Netty rests for two seconds before it ends; no test has to wait for that.
            Thread.ofVirtual().start(trial::close);
        }
    }
}
