package dev.weft.diagnose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/// The options that make a JVM record itself from its start, and write the recording when it ends
/// in good order.
///
/// @param recording the file that is written
/// @param settings the file that says what is recorded
public record RecordingOptions(Path recording, Path settings) {
    private static final String SETTINGS = "diagnose.jfc";

    public RecordingOptions {
        Objects.requireNonNull(recording);
        Objects.requireNonNull(settings);
    }

    /// Writes the settings into the recording's folder: a JVM takes them from a file only.
    ///
    /// @throws IOException when that cannot be written
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

    /// The options for the command line of the JVM.
    public List<String> jvmOptions() {
        return List.of(
                // It would announce itself on standard output, which is for messages.
                "-Xlog:jfr+startup=error",
                // What a JVM that is killed leaves behind then lies with the run.
                "-XX:FlightRecorderOptions=repository=\"%s\"".formatted(settings.getParent()),
                "-XX:StartFlightRecording=filename=\"%s\",settings=\"%s\",dumponexit=true"
                        .formatted(recording, settings));
    }
}
