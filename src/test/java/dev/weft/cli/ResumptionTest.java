package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResumptionTest {
    @Test
    void onlyARunWithoutASecretCanBeGoneOnWith() {
        assertThat(Resumption.isPossible(List.of("run", "--files=3"))).isTrue();
        assertThat(Resumption.isPossible(List.of("compare", "--build", "a", "b"))).isFalse();
        assertThat(
                        Resumption.isPossible(
                                List.of("run", "--endpoint=http://ann:secret@127.0.0.1:9000")))
                .isFalse();
        assertThat(Resumption.isPossible(List.of())).isFalse();
    }
}
