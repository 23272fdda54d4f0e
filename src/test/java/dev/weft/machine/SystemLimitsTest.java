package dev.weft.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemLimitsTest {
    @TempDir Path root;

    @Test
    void countsThePortsOfLinux() throws Exception {
        LinuxPlatform linux =
                new MadeUpMachine(root)
                        .with("proc/sys/net/ipv4/ip_local_port_range", "32768\t60999")
                        .platform();
        assertThat(linux.ephemeralPorts()).hasValue(28_232);
    }

    @Test
    void knowsNoPortsWhereLinuxTellsNone() throws Exception {
        assertThat(new MadeUpMachine(root).platform().ephemeralPorts()).isEmpty();
        assertThat(
                        new MadeUpMachine(root)
                                .with("proc/sys/net/ipv4/ip_local_port_range", "many more")
                                .platform()
                                .ephemeralPorts())
                .isEmpty();
    }

    @Test
    void countsThePortsOfMacOs() {
        MacPlatform mac =
                new MacPlatform(
                        command ->
                                Optional.of(
                                        command[command.length - 1].endsWith("first")
                                                ? "49152"
                                                : "65535"));
        assertThat(mac.ephemeralPorts()).hasValue(16_384);
    }

    @Test
    void seesDockerOnlyWhereItsEngineAnswers() {
        Platform any = new Platform.Other();
        assertThat(SystemLimits.of(any, _ -> Optional.of("28.1.0")).docker()).contains("28.1.0");
        assertThat(SystemLimits.of(any, _ -> Optional.empty()).docker()).isEmpty();
    }

    @Test
    void seesTheLimitOfOpenFilesOfThisJvm() {
        assertThat(new Platform.Other().openFiles().orElse(Long.MAX_VALUE)).isGreaterThan(100);
    }
}
