package dev.weft.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class AttachmentTest {
    @Test
    void givesBackWhatItWasGiven() throws IOException {
        Attachment.Writer writer = new Attachment.Writer("a.csv", "name\n");
        writer.add("\u4f60\u597d\n");

        Attachment attachment = writer.close();

        assertThat(attachment.rows()).isOne();
        assertThat(text(attachment)).isEqualTo("name\n\u4f60\u597d\n");
    }

    @Test
    void isLeftOutWhereItWouldMakeThePageLargeAndStillCountsItsRows() {
        Attachment.Writer writer = new Attachment.Writer("a.csv", "name\n");
        Random random = new Random(1);
        for (int row = 0; row < 60_000; row++) {
            writer.add(random.nextLong() + "\n");
        }

        Attachment attachment = writer.close();

        assertThat(attachment.gzip()).isEmpty();
        assertThat(attachment.rows()).isEqualTo(60_000);
    }

    private static String text(Attachment attachment) throws IOException {
        byte[] packed = Base64.getDecoder().decode(attachment.gzip().orElseThrow());
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
