package dev.weft.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RequirementTest {
    private static final Requirement NEED = new Requirement("it", "WEFT_REQUIRE_IT", "install it");

    @Test
    void aDevelopersMachineMayGoWithout() {
        assertThat(NEED.isBinding(Map.of())).isFalse();
    }

    @Test
    void ciMayNot() {
        assertThat(NEED.isBinding(Map.of("CI", "true"))).isTrue();
    }

    @Test
    void whoSaysSoDecides() {
        assertThat(NEED.isBinding(Map.of("WEFT_REQUIRE_IT", "true"))).isTrue();
        assertThat(NEED.isBinding(Map.of("WEFT_REQUIRE_IT", "false", "CI", "true"))).isFalse();
    }
}
