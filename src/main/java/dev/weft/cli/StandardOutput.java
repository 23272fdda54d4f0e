package dev.weft.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Standard output that keeps the reason of its first write error, which a `PrintWriter` drops.
final class StandardOutput extends FilterOutputStream {
    /// Error message of the operating system for a pipe that its reader closed.
    private static final String NO_READER = "Broken pipe";

    private volatile Optional<String> reason = Optional.empty();

    StandardOutput(OutputStream stream) {
        super(stream);
    }

    @Override
    public void write(int value) throws IOException {
        keepingReason(() -> out.write(value));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        keepingReason(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        keepingReason(out::flush);
    }

    /// Describes why output was lost, in one sentence. Empty if all was written, or if the reader
    /// closed the pipe.
    Optional<String> loss() {
        return reason.filter(why -> !why.equals(NO_READER))
                .map(
                        why ->
                                "what belongs on standard output could not all be written (%s); send it to another place"
                                        .formatted(why));
    }

    private interface WriteAction {
        void run() throws IOException;
    }

    private void keepingReason(WriteAction action) throws IOException {
        try {
            action.run();
        } catch (IOException e) {
            if (reason.isEmpty()) {
                reason = Optional.of(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }
}
