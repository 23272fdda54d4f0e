package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    @Test
    void nothingIsLostWhereAllIsWritten() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        StandardOutput output = new StandardOutput(file);

        print(output);

        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo("a line\n");
        assertThat(output.loss()).isEmpty();
    }

    @Test
    void saysWhyADiskTakesNoMore() {
        StandardOutput output = refusing("No space left on device");

        print(output);

        assertThat(output.loss())
                .contains(
                        "what belongs on standard output could not all be written (No space left on device); send it to another place");
    }

    @Test
    void aReaderThatHasSeenEnoughLosesNothing() {
        StandardOutput output = refusing("Broken pipe");

        print(output);

        assertThat(output.loss()).isEmpty();
    }

    private static void print(StandardOutput output) {
        PrintWriter writer = new PrintWriter(output, true, StandardCharsets.UTF_8);
        writer.print("a line\n");
        writer.flush();
    }

    private static StandardOutput refusing(String reason) {
        return new StandardOutput(
                new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        throw new IOException(reason);
                    }
                });
    }
}
