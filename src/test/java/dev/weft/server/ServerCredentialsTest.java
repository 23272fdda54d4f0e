package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class ServerCredentialsTest {
    @Test
    void looksLikeAnAmazonPair() {
        ServerCredentials credentials = ServerCredentials.random();

        assertThat(credentials.accessKeyId()).matches("AKIA[A-Z2-7]{16}");
        assertThat(credentials.secretAccessKey()).matches("[A-Za-z0-9+/]{40}");
    }

    @Test
    void isAnotherPairEachTime() {
        assertThat(ServerCredentials.random()).isNotEqualTo(ServerCredentials.random());
    }

    @Test
    void neverPrintsTheSecret() {
        ServerCredentials credentials = ServerCredentials.random();

        assertThat(credentials.toString()).doesNotContain(credentials.secretAccessKey());
    }

    @Test
    void refusesBlankKeys() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServerCredentials(" ", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ServerCredentials("x", ""));
    }
}
