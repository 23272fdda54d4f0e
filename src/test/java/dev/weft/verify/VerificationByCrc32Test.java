package dev.weft.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.EntityTag;
import dev.weft.plan.ModeName;
import dev.weft.plan.Target;
import dev.weft.plan.VerifyLevel;
import dev.weft.testing.CountingRelay;
import dev.weft.testing.Embedded;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Uploaded;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The server as weft starts it for its own runs: its entity tags hold the CRC-32.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationByCrc32Test implements VerificationContract {
    private final Embedded server;

    VerificationByCrc32Test(@TempDir Path folder) throws Exception {
        server = Embedded.start(folder, EntityTag.CRC32);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Override
    public Target target() {
        return server.target();
    }

    @Test
    void takesOneListingAndNoRequestForAnObject(@TempDir Path folder) throws Exception {
        Map<String, byte[]> files = Map.of("a", SmallZip.noise(20), "b", SmallZip.noise(30));
        try (CountingRelay relay = CountingRelay.before(target().endpoint().orElseThrow());
                Uploaded uploaded = Uploaded.to(behind(relay), ModeName.VIRTUAL, folder, files)) {
            assertThat(uploaded.verify(VerifyLevel.CHECKSUM).complete()).isTrue();
            List<String> reading =
                    relay.requests().stream()
                            .filter(request -> !request.startsWith("PUT "))
                            .toList();
            assertThat(reading).singleElement().asString().contains("list-type=2");
        }
    }

    private Target behind(CountingRelay relay) {
        Target direct = target();
        return new Target(
                direct.kind(),
                Optional.of(relay.endpoint()),
                direct.region(),
                direct.bucket(),
                direct.pathStyle(),
                direct.credentials(),
                direct.faults());
    }
}
