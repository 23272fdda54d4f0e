package dev.weft.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void saysWhatS3Says() throws IOException {
        assertThat(
                        sentence(
                                503,
                                "<?xml version=\"1.0\"?><Error><Code>SlowDown</Code>"
                                        + "<Message>Please reduce your request rate.</Message></Error>"))
                .isEqualTo(
                        "bucket b at s answered an upload with 503 (SlowDown: Please reduce your request rate); try again later, or ask who runs the server");
    }

    @Test
    void namesTheStatusWhereAnAnswerHasNoCode() throws IOException {
        assertThat(sentence(502, "<html>Bad gateway</html>"))
                .startsWith(
                        "bucket b at s answered an upload with 502 (Http502: the server gave no reason); ");
        assertThat(Refusal.read(500, null).code()).isEqualTo("Http500");
    }

    @Test
    void saysWhatToDo() throws IOException {
        assertThat(sentence(403, "")).contains("check the credentials");
        assertThat(sentence(404, "")).contains("--bucket");
        assertThat(sentence(301, "")).contains("--region");
    }

    private static String sentence(int status, String body) throws IOException {
        return Refusal.read(status, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                .sentence("bucket b at s");
    }
}
