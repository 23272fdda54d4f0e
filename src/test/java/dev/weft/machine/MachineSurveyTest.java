package dev.weft.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.store.Sdk;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The machine that the tests run on: whatever it is, this must hold.
class MachineSurveyTest {
    @Test
    void seesThisMachine() throws InterruptedException {
        Environment here = MachineSurvey.ofThisMachine().environment("1.2.3");

        assertThat(here.processor().usableProcessors())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(here.processor().logicalCores())
                .isGreaterThanOrEqualTo(here.processor().usableProcessors());
        assertThat(here.processor().physicalCores().orElse(1))
                .isBetween(1, here.processor().logicalCores());
        assertThat(here.memoryBytes().orElseThrow())
                .isGreaterThan(Runtime.getRuntime().maxMemory());
        assertThat(here.jvm().version()).isEqualTo(Runtime.version().toString());
        assertThat(here.activity().busyShare().orElse(0)).isBetween(0.0, 1.0);
        assertThat(here.weft().version()).isEqualTo("1.2.3");
    }

    @Test
    void knowsTheVersionsOfTheLibraries() {
        Libraries libraries = Libraries.onTheClassPath();

        assertThat(libraries.awsSdk()).contains(Sdk.version());
        assertThat(libraries.netty().orElseThrow()).startsWith("4.");
        assertThat(libraries.httpClient().orElseThrow()).startsWith("5.");
        assertThat(libraries.s3proxy()).isNotEqualTo(Optional.empty());
    }
}
