package dev.weft.process;

import dev.weft.server.ServerSettings;
import java.util.Objects;

/// Messages from weft to the child JVM of the embedded server, one JSON object per line.
public sealed interface ToServer {
    /// First message: starts the server; answered by [FromServer.Ready] or [FromServer.Failed].
    record Start(ServerSettings settings) implements ToServer {
        public Start {
            Objects.requireNonNull(settings);
        }
    }

    /// Requests the resource usage of the JVM; answered by [FromServer.Used].
    record ReportUsage() implements ToServer {}
}
