package dev.weft.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.weft.plan.Credentials;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.WarmupPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Exchanges messages between weft and a child JVM, one JSON object per line. Any thread may send;
/// a single thread may receive.
///
/// @param <I> type of incoming messages
/// @param <O> type of outgoing messages
public final class MessageChannel<I, O> {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addMixIn(ToTrial.class, Named.class)
                    .addMixIn(FromTrial.class, Named.class)
                    .addMixIn(FromServer.class, Named.class)
                    .addMixIn(ToServer.class, Named.class)
                    .addMixIn(ToCalibration.class, Named.class)
                    .addMixIn(FromCalibration.class, Named.class)
                    .addMixIn(Credentials.class, Named.class)
                    .addMixIn(WarmupPolicy.class, Named.class)
                    .addMixIn(FaultPlan.class, Text.class)
                    .build();

    private final Class<I> incoming;
    private final Class<O> outgoing;
    private final BufferedReader reader;
    private final OutputStream output;

    /// Writes the simple name of a message's class into the property `type`.
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface Named {}

    /// Writes a fault plan as its text.
    private interface Text {
        @JsonCreator
        static FaultPlan parse(String text) {
            return FaultPlan.parse(text);
        }

        @JsonValue
        @Override
        String toString();
    }

    /// Creates a channel over two streams.
    public MessageChannel(
            Class<I> incoming, Class<O> outgoing, InputStream input, OutputStream output) {
        this.incoming = incoming;
        this.outgoing = outgoing;
        this.reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        this.output = output;
    }

    /// Sends one message.
    ///
    /// @throws IOException if the receiver has exited
    public synchronized void send(O message) throws IOException {
        output.write(JSON.writerFor(outgoing).writeValueAsBytes(message));
        output.write('\n');
        output.flush();
    }

    /// Waits for the next message. Empty at the end of the input.
    ///
    /// @throws ProtocolException if a line is not a valid message
    public Optional<I> receive() throws IOException, ProtocolException {
        String line = reader.readLine();
        if (line == null) {
            return Optional.empty();
        }
        if (!line.startsWith("{")) {
            throw ProtocolException.noMessage(line);
        }
        try {
            return Optional.of(JSON.readValue(line, incoming));
        } catch (JacksonException e) {
            throw ProtocolException.notUnderstood(e);
        }
    }
}
