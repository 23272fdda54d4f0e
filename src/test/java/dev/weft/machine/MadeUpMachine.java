package dev.weft.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Files of a Linux machine that there is not.
record MadeUpMachine(Path root) {
    MadeUpMachine with(String path, String... lines) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
        return this;
    }

    MachineFiles files() {
        return new MachineFiles(root);
    }

    LinuxPlatform platform() {
        return new LinuxPlatform(files());
    }

    Environment environment() throws InterruptedException {
        return new MachineSurvey(platform(), Duration.ZERO).environment("1.2.3");
    }
}
