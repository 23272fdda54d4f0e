package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Checksum;
import dev.weft.plan.Credentials;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.plan.Target;
import dev.weft.record.ItemCounts;
import dev.weft.testing.HttpRecorder;
import dev.weft.testing.RecordedRequest;
import dev.weft.testing.Specs;
import dev.weft.testing.Trials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What each mode sent for the same items.
///
/// @param byMode requests in the order of the archive
record Recording(Map<ModeName, List<RecordedRequest>> byMode) {
    private static final Credentials TEMPORARY =
            new Credentials.Static("AKIDEXAMPLE", "secret", Optional.of("session"));

    /// Uploads the archive in every mode, each with a client of its own, one item after another.
    static Recording of(Path archive, int files, Checksum checksum) throws Exception {
        Map<ModeName, List<RecordedRequest>> byMode = new EnumMap<>(ModeName.class);
        List<LocalTrial> trials = new ArrayList<>();
        try (HttpRecorder recorder = HttpRecorder.start()) {
            Target target = recorder.target(TEMPORARY);
            for (ModeName mode : ModeName.values()) {
                LocalTrial trial = Trials.local(Specs.trial(mode, 1, contract(checksum), target));
                trials.add(trial);
                assertThat(trial.run(Specs.cold(archive)).counts())
                        .as(mode.label())
                        .isEqualTo(new ItemCounts(files, 0, 0));
                byMode.put(mode, recorder.take());
            }
        } finally {
            // Netty rests for two seconds before it ends; no test has to wait for that.
            trials.forEach(trial -> Thread.ofVirtual().start(trial::close));
        }
        return new Recording(byMode);
    }

    static FairnessContract contract(Checksum checksum) {
        return new FairnessContract(
                1,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(120),
                3,
                checksum);
    }

    /// All requests.
    List<RecordedRequest> all() {
        return byMode.values().stream().flatMap(List::stream).toList();
    }

    /// The requests for one item, by mode.
    Map<String, RecordedRequest> item(int index) {
        Map<String, RecordedRequest> requests = new LinkedHashMap<>();
        byMode.forEach((mode, sent) -> requests.put(mode.label(), sent.get(index)));
        return requests;
    }
}
