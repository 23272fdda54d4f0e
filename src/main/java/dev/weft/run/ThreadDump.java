package dev.weft.run;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/// What every thread of this JVM is at, platform and virtual. It holds names and stacks and no
/// values, so no secrets.
final class ThreadDump {
    private ThreadDump() {}

    /// Writes it to a file that is not there yet.
    ///
    /// @return where it is, or why it is not, as the end of a sentence
    static String write(Path file) {
        try {
            HotSpotDiagnosticMXBean diagnostics =
                    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            diagnostics.dumpThreads(file.toAbsolutePath().toString(), ThreadDumpFormat.TEXT_PLAIN);
            return "%s says what every thread was at".formatted(file.getFileName());
        } catch (IOException | RuntimeException e) {
            return "no thread dump could be written (%s)".formatted(e.getMessage());
        }
    }
}
