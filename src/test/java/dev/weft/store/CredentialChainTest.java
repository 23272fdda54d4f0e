package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.weft.plan.Credentials;
import dev.weft.testing.HttpRecorder;
import dev.weft.testing.RecordedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Profiles that need a service of AWS to have credentials find its client on weft's class path.
class CredentialChainTest {
    private static final List<String> PROPERTIES =
            List.of("aws.configFile", "aws.sharedCredentialsFile", "aws.endpointUrlSts");

    @TempDir Path folder;
    private HttpRecorder sts;

    @BeforeEach
    void start() throws IOException {
        sts = HttpRecorder.start();
        System.setProperty("aws.configFile", folder.resolve("config").toString());
        System.setProperty("aws.sharedCredentialsFile", folder.resolve("credentials").toString());
        System.setProperty("aws.endpointUrlSts", "http://127.0.0.1:" + sts.port());
        Files.writeString(folder.resolve("credentials"), "");
    }

    @AfterEach
    void stop() throws IOException {
        PROPERTIES.forEach(System::clearProperty);
        sts.close();
    }

    @Test
    void aProfileThatAssumesARoleAsksSts() throws IOException {
        Throwable failure =
                resolve(
                        """
                        [profile base]
                        aws_access_key_id = AKIDEXAMPLE
                        aws_secret_access_key = TheSecretKey

                        [profile work]
                        region = us-east-1
                        role_arn = arn:aws:iam::111122223333:role/weft
                        source_profile = base
                        """);

        assertThat(asked()).as(String.valueOf(failure)).contains("Action=AssumeRole&");
    }

    /// Its request could not be led to the loopback address, so that there is no token to send.
    @Test
    void aProfileOfWebIdentityReadsItsToken() throws IOException {
        Path token = folder.resolve("no-token");
        Throwable failure =
                resolve(
                        """
                        [profile work]
                        region = us-east-1
                        role_arn = arn:aws:iam::111122223333:role/weft
                        role_session_name = weft
                        web_identity_token_file = %s
                        """
                                .formatted(token));

        assertThat(failure)
                .hasMessageNotContaining("class path")
                .hasMessageNotContaining("classpath")
                .hasMessageContaining(token.toString());
    }

    @Test
    void aProfileOfSsoLooksForTheTokenOfALogin() throws IOException {
        Throwable failure =
                resolve(
                        """
                        [profile work]
                        region = us-east-1
                        sso_session = weft-test-that-nobody-has
                        sso_account_id = 111122223333
                        sso_role_name = weft

                        [sso-session weft-test-that-nobody-has]
                        sso_region = us-east-1
                        sso_start_url = https://example.invalid/start
                        """);

        assertThat(failure)
                .hasMessageNotContaining("class path")
                .hasMessageNotContaining("classpath")
                .hasMessageContaining("run aws sso login with the corresponding profile");
    }

    private Throwable resolve(String config) throws IOException {
        Files.writeString(folder.resolve("config"), config);
        Credentials chain = new Credentials.Chain(Optional.of("work"));
        assertThat(Sdk.finds(chain)).isFalse();
        return catchThrowable(() -> Clients.provider(chain).resolveCredentials());
    }

    private String asked() {
        return sts.take().stream()
                .map(RecordedRequest::body)
                .map(body -> new String(HexFormat.of().parseHex(body), StandardCharsets.US_ASCII))
                .findFirst()
                .orElse("nothing");
    }
}
