package dev.weft.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalStackRequiredTest {
    @Test
    void aDevelopersMachineMayGoWithout() {
        assertThat(LocalStack.required(Map.of())).isFalse();
    }

    @Test
    void ciMayNot() {
        assertThat(LocalStack.required(Map.of("CI", "true"))).isTrue();
    }

    @Test
    void whoSaysSoDecides() {
        assertThat(LocalStack.required(Map.of("WEFT_REQUIRE_LOCALSTACK", "true"))).isTrue();
        assertThat(LocalStack.required(Map.of("WEFT_REQUIRE_LOCALSTACK", "false", "CI", "true")))
                .isFalse();
    }
}
