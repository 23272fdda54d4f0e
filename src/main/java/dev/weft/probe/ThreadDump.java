package dev.weft.probe;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/// Writes a thread dump of this JVM, platform and virtual threads. The dump holds names and stacks
/// but no values, so it contains no secrets.
public final class ThreadDump {
    private ThreadDump() {}

    /// Writes the dump to a new file.
    ///
    /// @return the place of the dump, or why it was not written, as the end of a sentence
    public static String write(Path file) {
        try {
            HotSpotDiagnosticMXBean diagnostics =
                    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            diagnostics.dumpThreads(file.toAbsolutePath().toString(), ThreadDumpFormat.TEXT_PLAIN);
            return "%s has the stack of every thread".formatted(file.getFileName());
        } catch (IOException | RuntimeException e) {
            return "no thread dump could be written (%s)".formatted(e.getMessage());
        }
    }
}
