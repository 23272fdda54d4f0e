package dev.weft.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-Dapi.token=abc | -Dapi.token=***",
                "-DawsSecretAccessKey=a=b, c | -DawsSecretAccessKey=***",
                "-DMY_PASSWORD=x | -DMY_PASSWORD=***",
                "-Djavax.net.ssl.keyStorePassword= | -Djavax.net.ssl.keyStorePassword=***",
                "-javaagent:a.jar=license_key=abc,port=1 | -javaagent:a.jar=license_key=***,port=1",
                "--endpoint=https://me:pass@s3.example | --endpoint=https://***@s3.example",
                "--endpoint=https://me:pa@ss@s3.example/a | --endpoint=https://***@s3.example/a",
                "--bucket=AKIAIOSFODNN7EXAMPLE | --bucket=***",
                "--secret-key=abc | --secret-key=***"
            })
    void hidesTheValueAndKeepsTheName(String given, String masked) {
        assertThat(SecretMasker.masked(List.of(given))).containsExactly(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xmx1g",
                "-XX:+UseZGC",
                "-Dweft.terminals=02",
                "--keep-objects",
                "--files=100,500",
                "--zip=a/b c.zip",
                "--endpoint=http://127.0.0.1:9000",
                "--csv=mail@example.csv"
            })
    void leavesEverythingElseAsItIs(String argument) {
        assertThat(SecretMasker.masked(List.of(argument))).containsExactly(argument);
    }

    @Test
    void keepsTheOrder() {
        assertThat(SecretMasker.masked(List.of("run", "-Dkey=1", "--quiet")))
                .containsExactly("run", "-Dkey=***", "--quiet");
    }
}
