package dev.weft.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeftVersionTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void namesTheCommitAndWhetherFilesDifferedFromIt(boolean modified) {
        Properties properties = new Properties();
        properties.setProperty("git.commit.id.full", "57144bc5a0e9a188256472ba54db62680bbf929b");
        properties.setProperty("git.dirty", String.valueOf(modified));

        assertThat(WeftVersion.of("1.2.3", properties))
                .isEqualTo(
                        new WeftVersion(
                                "1.2.3",
                                "57144bc5a0e9a188256472ba54db62680bbf929b",
                                Optional.of(modified)));
    }

    @Test
    void saysUnknownWhereItWasBuiltWithoutARepository() {
        assertThat(WeftVersion.of("1.2.3", new Properties()))
                .isEqualTo(new WeftVersion("1.2.3", "unknown", Optional.empty()));
    }

    @Test
    void theBuildLeavesWhatIsRead() {
        assertThat(WeftVersion.class.getResource("commit.properties")).isNotNull();
        assertThat(WeftVersion.own("1.2.3").commit()).matches("[0-9a-f]{40}|unknown");
    }
}
