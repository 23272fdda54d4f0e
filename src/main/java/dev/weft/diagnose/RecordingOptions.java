package dev.weft.diagnose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/// Options of a JVM that records itself from its start and writes the recording at an orderly exit.
///
/// @param recording file that the JVM writes
/// @param settings file with the settings of the recording
public record RecordingOptions(Path recording, Path settings) {
    private static final String SETTINGS = "diagnose.jfc";

    /// Writes the settings into the folder of the recording: a JVM reads them only from a file.
    ///
    /// @throws IOException if the settings cannot be written
    public static RecordingOptions prepare(Path recording) throws IOException {
        Path absolute = recording.toAbsolutePath();
        Path settings = absolute.resolveSibling(SETTINGS);
        Files.createDirectories(settings.getParent());
        try (InputStream resource =
                Objects.requireNonNull(RecordingOptions.class.getResourceAsStream(SETTINGS))) {
            Files.copy(resource, settings, StandardCopyOption.REPLACE_EXISTING);
        }
        return new RecordingOptions(absolute, settings);
    }

    /// Returns the options for the command line of the JVM.
    public List<String> jvmOptions() {
        return List.of(
                // The recorder would print a notice to standard output, which carries messages.
                "-Xlog:jfr+startup=error",
                // Files that a killed JVM leaves behind then lie in the folder of the run.
                "-XX:FlightRecorderOptions=repository=\"%s\"".formatted(settings.getParent()),
                "-XX:StartFlightRecording=filename=\"%s\",settings=\"%s\",dumponexit=true"
                        .formatted(recording, settings));
    }
}
