package dev.weft.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Standard output, which remembers why it could not be written: a writer on it only knows that it
/// could not.
final class StandardOutput extends FilterOutputStream {
    /// What the system says when nobody reads any more.
    private static final String NO_READER = "Broken pipe";

    private volatile Optional<String> reason = Optional.empty();

    StandardOutput(OutputStream stream) {
        super(stream);
    }

    @Override
    public void write(int value) throws IOException {
        remembering(() -> out.write(value));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        remembering(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        remembering(out::flush);
    }

    /// Why something of it is lost, in one sentence; empty where all was written, and where its
    /// reader had seen enough.
    Optional<String> loss() {
        return reason.filter(why -> !why.equals(NO_READER))
                .map(
                        why ->
                                "what belongs on standard output could not all be written (%s); send it to another place"
                                        .formatted(why));
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void remembering(Writing writing) throws IOException {
        try {
            writing.run();
        } catch (IOException e) {
            if (reason.isEmpty()) {
                reason = Optional.of(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }
}
