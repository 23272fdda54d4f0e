package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import dev.weft.session.UsageException;
import dev.weft.testing.TestAuthority;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TargetOptionsTest {
    private static final Map<String, String> KEYS_OF_THE_FILE =
            Map.of("AWS_ACCESS_KEY_ID", "file-id", "AWS_SECRET_ACCESS_KEY", "file-secret");

    private static final Path HERE = Path.of("");

    @Test
    void isNoTargetWhereNothingIsConfigured() throws UsageException {
        assertThat(options().configured(new EnvironmentSettings(Map.of(), KEYS_OF_THE_FILE), HERE))
                .isEmpty();
    }

    @Test
    void takesOptionsBeforeTheEnvironmentBeforeTheFile() throws UsageException {
        EnvironmentSettings settings =
                new EnvironmentSettings(
                        Map.of("WEFT_BUCKET", "environment", "AWS_REGION", "eu-west-1"),
                        Map.of("WEFT_BUCKET", "file", "AWS_REGION", "eu-west-2"));

        assertThat(target(settings).bucket()).isEqualTo("environment");
        assertThat(target(settings).region()).isEqualTo("eu-west-1");
        assertThat(target(settings, "--bucket=option", "--region=us-west-2"))
                .returns("option", Target::bucket)
                .returns("us-west-2", Target::region);
    }

    @Test
    void takesTheMoreSpecialEndpointFirst() throws UsageException {
        EnvironmentSettings settings =
                new EnvironmentSettings(
                        Map.of(
                                "WEFT_BUCKET", "mine",
                                "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                                "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:2"),
                        Map.of());

        assertThat(target(settings).label()).isEqualTo("http://127.0.0.1:2");
        assertThat(target(settings).pathStyle()).isTrue();
        assertThat(target(settings, "--no-path-style").pathStyle()).isFalse();
    }

    @Test
    void aServerElsewhereMayHaveShortAndOddNames() throws UsageException {
        EnvironmentSettings settings =
                new EnvironmentSettings(Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:1"), Map.of());

        assertThat(target(settings, "--bucket=b").bucket()).isEqualTo("b");
        assertThat(target(settings, "--bucket=My_Own").bucket()).isEqualTo("My_Own");
        assertThat(target(settings, "--bucket=b", "--no-path-style").bucket()).isEqualTo("b");
    }

    @Test
    void joinsNoTokenOfOnePlaceToKeysOfAnother() throws UsageException {
        EnvironmentSettings settings =
                new EnvironmentSettings(
                        Map.of("WEFT_BUCKET", "mine", "AWS_SESSION_TOKEN", "stale"),
                        KEYS_OF_THE_FILE);

        assertThat(target(settings).credentials())
                .isEqualTo(new Credentials.Static("file-id", "file-secret", Optional.empty()));
    }

    @Test
    void takesAProfileOfTheEnvironmentBeforeKeysOfTheFile() throws UsageException {
        EnvironmentSettings settings =
                new EnvironmentSettings(
                        Map.of("WEFT_BUCKET", "mine", "AWS_PROFILE", "work"), KEYS_OF_THE_FILE);

        assertThat(target(settings).credentials())
                .isEqualTo(new Credentials.Chain(Optional.of("work")));
    }

    @Test
    void aFileOfAuthoritiesIsNamedFromTheFolderThatWeftWasStartedIn(@TempDir Path folder)
            throws Exception {
        Path file = TestAuthority.make(folder.resolve("trusted"), "dns:s3.invalid").file();
        EnvironmentSettings settings =
                new EnvironmentSettings(Map.of("WEFT_BUCKET", "mine"), Map.of());
        EnvironmentSettings bundle =
                new EnvironmentSettings(
                        Map.of("WEFT_BUCKET", "mine", "AWS_CA_BUNDLE", "trusted/authority.pem"),
                        Map.of());

        assertThat(
                        options("--ca-file=trusted/authority.pem")
                                .configured(settings, folder)
                                .flatMap(Target::caFile))
                .contains(file);
        assertThat(options().configured(bundle, folder).flatMap(Target::caFile)).contains(file);
    }

    private static TargetOptions options(String... arguments) {
        TargetOptions options = new TargetOptions();
        new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(options))
                .parseArgs(arguments);
        return options;
    }

    private static Target target(EnvironmentSettings settings, String... arguments)
            throws UsageException {
        return options(arguments).configured(settings, HERE).orElseThrow();
    }
}
