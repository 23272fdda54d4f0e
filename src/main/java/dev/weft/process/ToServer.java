package dev.weft.process;

import dev.weft.server.ServerSettings;
import java.util.Objects;

/// What weft sends to the child JVM of the embedded server, one JSON object a line.
public sealed interface ToServer {
    /// The first message; answered by [FromServer.Ready] or [FromServer.Failed].
    record Start(ServerSettings settings) implements ToServer {
        public Start {
            Objects.requireNonNull(settings);
        }
    }

    /// Report what the JVM has used; answered by [FromServer.Used].
    record ReportUsage() implements ToServer {}
}
