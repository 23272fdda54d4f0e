package dev.weft.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunSetupTest {
    @Test
    void onlyARunWithoutASecretIsResumable() {
        assertThat(RunSetup.isResumable(List.of("run", "--files=3"))).isTrue();
        assertThat(RunSetup.isResumable(List.of("compare", "--build", "a", "b"))).isFalse();
        assertThat(
                        RunSetup.isResumable(
                                List.of("run", "--endpoint=http://ann:secret@127.0.0.1:9000")))
                .isFalse();
        assertThat(RunSetup.isResumable(List.of())).isFalse();
    }
}
