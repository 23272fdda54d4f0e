package dev.weft.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.utils.SystemSetting;

class ScrubbedEnvironmentTest {
    @ParameterizedTest
    @MethodSource("settingsOfTheSdk")
    void noSettingOfTheSdkIsInherited(String variable) {
        assertThat(System.getenv(variable))
                .as("%s leaks into tests: add it to hidden.environment in pom.xml", variable)
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3", "WEFT_BUCKET"})
    void noTargetIsInherited(String variable) {
        assertThat(System.getenv(variable)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"})
    void profilesAreReadFromNoFile(String variable) {
        assertThat(Path.of(System.getenv(variable))).doesNotExist();
    }

    static Stream<String> settingsOfTheSdk() {
        return Stream.<SystemSetting>concat(
                        Arrays.stream(SdkSystemSetting.values()),
                        Stream.of(ProfileFileSystemSetting.AWS_PROFILE))
                .map(SystemSetting::environmentVariable)
                .filter(variable -> !variable.equals("AWS_EC2_METADATA_DISABLED"));
    }
}
