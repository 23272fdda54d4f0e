package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResumedRunTest {
    @Test
    void onlyARunWithoutASecretCanBeGoneOnWith() {
        assertThat(ResumedRun.isPossible(List.of("run", "--files=3"))).isTrue();
        assertThat(ResumedRun.isPossible(List.of("compare", "--build", "a", "b"))).isFalse();
        assertThat(
                        ResumedRun.isPossible(
                                List.of("run", "--endpoint=http://ann:secret@127.0.0.1:9000")))
                .isFalse();
        assertThat(ResumedRun.isPossible(List.of())).isFalse();
    }
}
